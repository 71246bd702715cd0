using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Marten;

namespace CrisisCommand.Duty;

public static class GetRosterCalendarEndpoint
{
    /// <summary>The calendar from which the roster in force was adopted, byte for byte.</summary>
    public static void MapGetRosterCalendar(this IEndpointRouteBuilder api) =>
        api.MapGet("/duty/rosters/{layer}/calendar", Get)
            .Read<byte[]>("GetRosterCalendar", "Duty", DutyCapabilities.ReadRoster)
            .Produces<byte[]>(200, PostedRoster.Calendar);

    private static async Task<IResult> Get(
        HttpContext http,
        RosterLayer layer,
        Journals journals,
        IDocumentStore store,
        TextFaults faults,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        if (await journals.Load(realm, StreamKinds.Roster, layer.Stream, token) is not { } stream)
        {
            return Answers.Problem(DutyRefusals.UnknownLayer.With(layer.Value));
        }

        var roster = stream.State<DutyRoster>();
        await using var session = store.QuerySession(realm.Name);
        if (await session.LoadAsync<RosterCalendar>(roster.Calendar, token) is not { } calendar)
        {
            return Answers.Problem(Problems.NotFound);
        }

        // Against the journal, which nobody changes.
        if (CalendarDigest.Of(calendar.Bytes) != roster.Digest)
        {
            faults.Tell(realm, calendar.Id.ToString(), TextFate.Altered);
            return Answers.Problem(DutyRefusals.CalendarAltered);
        }

        faults.Clear(realm, calendar.Id.ToString());
        return ForeignBytes.Answer(http, calendar.Bytes, PostedRoster.Calendar, calendar.MediaType, $"{layer}.ics");
    }
}
