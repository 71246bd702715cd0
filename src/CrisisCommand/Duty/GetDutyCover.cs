using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Duty;

/// <summary>How a layer is covered in a window of time.</summary>
/// <param name="Shifts">Every shift that reaches into the window.</param>
/// <param name="Watches">Who is on duty when: with the gaps and the unstaffed hours together exactly the window.</param>
/// <param name="Gaps">When nobody is on duty though somebody is meant to be.</param>
/// <param name="Doubles">The watches with more than one person.</param>
/// <param name="RosterEndsAt">After this instant nobody is known to be on duty: gaps after it are of the roster, not of the people.</param>
public sealed record CoverShown(
    RosterLayer Layer,
    SpanShown Window,
    IReadOnlyList<ShiftShown> Shifts,
    IReadOnlyList<WatchShown> Watches,
    IReadOnlyList<SpanShown> Gaps,
    IReadOnlyList<WatchShown> Doubles,
    DateTimeOffset RosterEndsAt,
    IReadOnlyDictionary<PersonId, string> Persons
)
{
    /// <summary>When nobody is on duty, and nobody is meant to be.</summary>
    public IReadOnlyList<SpanShown> Unstaffed { get; init; } = [];
}

public static class GetDutyCoverEndpoint
{
    private const int DefaultDays = 30;
    private const int MostDays = 800;

    /// <summary>Shifts, gaps and double cover from <c>?from=</c> (now) to <c>?to=</c> (30 days later; at most 800).</summary>
    public static void MapGetDutyCover(this IEndpointRouteBuilder api) =>
        api.MapGet("/duty/rosters/{layer}/cover", Get).Read<CoverShown>("GetDutyCover", "Duty", DutyCapabilities.ReadRoster);

    private static async Task<IResult> Get(
        HttpContext http,
        RosterLayer layer,
        Journals journals,
        PersonDirectory directory,
        ReferenceData reference,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        var from = DutyTimes.Query(http, "from") ?? DutyTimes.WholeSecond(Clock.Now(clock));
        var to = DutyTimes.Query(http, "to") ?? from.AddDays(DefaultDays);
        if (from >= to || to - from > TimeSpan.FromDays(MostDays))
        {
            return Answers.Problem(DutyRefusals.WindowInvalid.With($"{MostDays}"));
        }

        if (await journals.Load(realm, StreamKinds.Roster, layer.Stream, token) is not { } stream)
        {
            return Answers.Problem(DutyRefusals.UnknownLayer.With(layer.Value));
        }

        var shown = Show(stream.State<DutyRoster>(), reference, from, to);
        var names = await DutyNames.Of(directory, Reader.Of(http), shown.Shifts.Select(s => s.Person), token);
        return Answers.Versioned(http, shown with { Persons = names }, stream.Version);
    }

    private static CoverShown Show(DutyRoster roster, ReferenceData reference, DateTimeOffset from, DateTimeOffset to)
    {
        var cover = roster.Cover(from, to);
        return new(
            roster.Layer,
            SpanShown.Of(from, to),
            [
                .. roster
                    .Shifts.Where(s => s.Start < to && s.End > from)
                    .Select(s => new ShiftShown(s.Person, s.Level, SpanShown.Of(s.Start, s.End))),
            ],
            [.. cover.Watches.Select(WatchShown.Of)],
            [.. reference.RealGaps(roster.Layer, cover.Gaps).Select(g => SpanShown.Of(g.Start, g.End))],
            [.. cover.Doubles.Select(WatchShown.Of)],
            roster.EndsAt,
            new Dictionary<PersonId, string>()
        )
        {
            Unstaffed = [.. reference.MeantGaps(roster.Layer, cover.Gaps).Select(g => SpanShown.Of(g.Start, g.End))],
        };
    }
}
