using System.Globalization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>Which board is asked for: now, at a version, as it was known at an instant, or as it had happened by one.</summary>
public readonly record struct BoardQuery(string? Version, string? AsOf, string? As)
{
    public const string Known = "known";
    public const string Happened = "happened";

    public bool IsHappened => As == Happened;

    public async Task<(Board? Board, Refusal? Refusal)> Find(
        Realm realm,
        StreamSnapshot head,
        BoardHistory history,
        DateTimeOffset now,
        CancellationToken token
    )
    {
        if (As is not (null or Known or Happened))
        {
            return (null, BoardRefusals.NoSuchView.With(As));
        }

        switch (Version, AsOf)
        {
            case (null, null):
                return IsHappened
                    ? (await history.Happened(realm, head.Id, now, token), BoardRefusals.NotYet)
                    : (head.State<Board>(), null);
            case ({ }, null) when !IsHappened:
                var unknown = BoardRefusals.UnknownVersion.With($"{head.Version}");
                return NumberOf(Version, head.Version) is not { } number ? (null, BoardRefusals.NoVersion)
                    : number == 0 ? (null, unknown)
                    : (await history.AtVersion(realm, head.Id, number, token), unknown);
            case (null, { }):
                return await AsOfInstant(realm, head.Id, history, token);
            default:
                return (null, BoardRefusals.VersionOrInstant);
        }
    }

    /// <summary>A version of the journal as a reader writes it; null where it is no number, 0 where there is no such version.</summary>
    public static long? NumberOf(string? said, long head) =>
        !long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
        : number > head ? 0
        : number;

    private async Task<(Board? Board, Refusal? Refusal)> AsOfInstant(
        Realm realm,
        Guid crisis,
        BoardHistory history,
        CancellationToken token
    )
    {
        if (Rfc3339.Read(AsOf) is not { } instant)
        {
            return (null, BoardRefusals.NoInstant);
        }

        var board = IsHappened ? await history.Happened(realm, crisis, instant, token) : await history.AsOf(realm, crisis, instant, token);
        return (board, BoardRefusals.NotYet);
    }
}
