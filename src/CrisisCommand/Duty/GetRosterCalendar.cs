using CrisisCommand.Platform;
using Marten;

namespace CrisisCommand.Duty;

public static class GetRosterCalendarEndpoint
{
    /// <summary>The calendar from which the roster in force was adopted, byte for byte.</summary>
    public static void MapGetRosterCalendar(this IEndpointRouteBuilder api) =>
        api.MapGet("/duty/rosters/{layer}/calendar", Get)
            .Read<byte[]>("GetRosterCalendar", "Duty", Capability.ReadRoster)
            .Produces<byte[]>(200, PostedRoster.Calendar);

    private static async Task<IResult> Get(
        HttpContext http,
        RosterLayer layer,
        Journals journals,
        IDocumentStore store,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        if (await journals.Load(realm, StreamKinds.Roster, layer.Stream, token).ConfigureAwait(false) is not { } stream)
        {
            return Answers.Problem(DutyRefusals.UnknownLayer.With(layer.Value));
        }

        await using var session = store.QuerySession(realm.Name);
        if (await session.LoadAsync<RosterCalendar>(stream.State<DutyRoster>().Calendar, token).ConfigureAwait(false) is not { } calendar)
        {
            return Answers.Problem(Problems.NotFound);
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(calendar.Bytes, calendar.MediaType);
    }
}
