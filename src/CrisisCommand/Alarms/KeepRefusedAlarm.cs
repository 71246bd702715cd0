using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>An alarm that is refused is a fact too.</summary>
public sealed record KeepRefusedAlarm(Sha256 Digest, int Size, ForeignId MediaType, ImmutableArray<ForeignId> Reasons, CommittedText Why)
{
    /// <summary>Larger ones are told of, and not kept: a quarter of a mebibyte.</summary>
    public const int MostBytes = 256 * 1024;

    /// <param name="raw">The id under which its bytes would be kept.</param>
    public Outcome Decide(RefusedAlarms refused, Guid raw, DateTimeOffset now) =>
        refused.IsCounted(Digest, now) ? Outcome.Nothing
        : refused.Has(Digest) ? Outcome.Happened(new AlarmRefusedAgain(Digest))
        : !refused.HasRoom(now) ? Outcome.Happened(new RefusedAlarmCounted(Digest))
        : Outcome.Happened(new AlarmRefused(Digest, Size, MediaType, Reasons, Why, Size <= MostBytes ? raw : null));
}

/// <summary>
/// Keeps what is refused, in a command of its own beside the one that is refused: it takes no Idempotency-Key, so that the alarm put right
/// under the same key is taken in.
/// </summary>
public sealed class RefusedAlarmKeeping(CommandHandler handler)
{
    private const int MostSaid = 3;
    private const int MostReasons = 20;
    private const int LongestType = 128;

    /// <summary>Null where it is kept, or need not be; else why it could not be, which the sender is told, to come back.</summary>
    public async Task<IResult?> Keep(PostedAlarm posted, IReadOnlyList<(string Pointer, Refusal Fault)> faults, CancellationToken token)
    {
        // Whoever fills in the form of a page reads there what is wrong.
        if (posted.FromPage)
        {
            return null;
        }

        var context = posted.Context with { Key = null, IfMatch = null, IfNoneMatch = null };
        var keep = Of(posted, faults);
        Outcome Decide(Platform.Store.StreamSnapshot stream) =>
            Storing(keep.Decide(stream.State<RefusedAlarms>(), context.CommandId, context.Now), posted);
        var target = new Target(StreamKinds.RefusedAlarms, RefusedAlarms.StreamOf(context.By), MayBeNew: true);
        return await handler.Carry(context, target, (stream, _) => Decide(stream), [], null, token) is Handled.Refused(var refusal, _)
            ? Answers.Problem(refusal)
            : null;
    }

    private static KeepRefusedAlarm Of(PostedAlarm posted, IReadOnlyList<(string Pointer, Refusal Fault)> faults)
    {
        var said = Problems.Listed(faults.Take(MostSaid), new Words(Words.Swedish));
        var why = string.Join(' ', said.Select(s => s.Pointer.Length == 0 ? s.Detail : $"{s.Detail} ({s.Pointer})"));
        return new(
            Sha256.Of(posted.Body),
            posted.Body.Length,
            new(Plain(posted.MediaType)[..Math.Min(posted.MediaType.Length, LongestType)]),
            [.. faults.Select(f => f.Fault.Code).Distinct().Take(MostReasons).Select(code => new ForeignId(code))],
            CommittedText.Commit(Plain(why))
        );
    }

    private static Outcome Storing(Outcome outcome, PostedAlarm posted) =>
        outcome.Events is [AlarmRefused { Raw: { } raw }]
            ? outcome.Storing(
                new RawAlarm(raw, posted.MediaType, AlarmIntake.Digest(posted.Body), posted.Context.Now, posted.Body, Incidents: [])
            )
            : outcome;

    /// <summary>A reason says back what the sender wrote, which may be no text at all.</summary>
    private static string Plain(string said) => string.Concat(said.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
}
