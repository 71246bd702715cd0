using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Duty;

/// <summary>A layer's roster as adopted last, with the swaps laid over it.</summary>
/// <param name="Until">How far the calendar's rules were followed.</param>
/// <param name="EndsAt">After this instant nobody is known to be on duty.</param>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record RosterShown(
    RosterLayer Layer,
    CalendarDigest Digest,
    DateTimeOffset AdoptedAt,
    DateTimeOffset From,
    DateTimeOffset Until,
    DateTimeOffset EndsAt,
    IReadOnlyList<ShiftShown> Shifts,
    IReadOnlyList<SwapShown> Swaps,
    IReadOnlyDictionary<PersonId, string> Persons
);

public static class GetRosterEndpoint
{
    /// <summary>The roster in force; with <c>Accept: text/calendar</c> as iCalendar, which adopted again gives the same shifts.</summary>
    public static void MapGetRoster(this IEndpointRouteBuilder api) =>
        api.MapGet("/duty/rosters/{layer}", Get)
            .Read<RosterShown>("GetRoster", "Duty", DutyCapabilities.ReadRoster)
            .Produces<string>(200, "application/json", PostedRoster.Calendar);

    private static async Task<IResult> Get(
        HttpContext http,
        RosterLayer layer,
        Journals journals,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        if (await journals.Load(realm, StreamKinds.Roster, layer.Stream, token) is not { } stream)
        {
            return Answers.Problem(DutyRefusals.UnknownLayer.With(layer.Value));
        }

        var roster = stream.State<DutyRoster>();
        var shown = Show(roster);
        var mentioned = shown.Shifts.Select(s => s.Person).Concat(shown.Swaps.SelectMany(s => new[] { s.From, s.To }));
        var names = await DutyNames.Of(directory, Reader.Of(http), mentioned, token);
        if (!WantsCalendar(http))
        {
            return Answers.Versioned(http, shown with { Persons = names }, stream.Version);
        }

        http.Response.Headers.ETag = IfMatch.Tag(stream.Version);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{layer}.ics\"";
        return TypedResults.Text(RosterWriter.Write(roster, names), $"{PostedRoster.Calendar}; charset=utf-8");
    }

    private static RosterShown Show(DutyRoster roster) =>
        new(
            roster.Layer,
            roster.Digest,
            roster.AdoptedAt,
            roster.From,
            roster.Until,
            roster.EndsAt,
            [.. roster.Shifts.Where(s => s.End > roster.From).Select(s => new ShiftShown(s.Person, s.Level, SpanShown.Of(s.Start, s.End)))],
            [.. roster.Swaps.Select(s => new SwapShown(s.Id, s.From, s.To, SpanShown.Of(s.Start, s.End), s.Withdrawn))],
            new Dictionary<PersonId, string>()
        );

    private static bool WantsCalendar(HttpContext http) =>
        http
            .Request.GetTypedHeaders()
            .Accept.Any(a => a.Quality is not 0 && a.MediaType.Equals(PostedRoster.Calendar, StringComparison.OrdinalIgnoreCase));
}
