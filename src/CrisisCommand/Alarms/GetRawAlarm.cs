using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using Marten;

namespace CrisisCommand.Alarms;

public static class GetRawAlarmEndpoint
{
    /// <summary>The message that brought an alarm, byte for byte.</summary>
    public static void MapGetRawAlarm(this IEndpointRouteBuilder api) =>
        api.MapGet("/alarms/{alarmId:guid}/raw", Get)
            .Read<byte[]>("GetRawAlarm", "Alarms", Capability.ReadAlarm)
            .Produces<byte[]>(200, "application/cap+xml", "application/xml", "text/xml", "application/json");

    private static async Task<IResult> Get(HttpContext http, Guid alarmId, Journals journals, IDocumentStore store, CancellationToken token)
    {
        var (reader, realm) = (Reader.Of(http), CommandBinding.RealmOf(http));
        var stream = await journals.Load(realm, StreamKinds.Alarm, alarmId, token).ConfigureAwait(false);
        if (stream?.State<FiledAlarm>().Raw is not { } id)
        {
            return Answers.Problem(Problems.NotFound);
        }

        await using var session = store.QuerySession(realm.Name);
        if (
            await session.LoadAsync<RawAlarm>(id, token).ConfigureAwait(false) is not { } raw
            || (reader.OwnOnly && !await IsOf(reader, raw, journals, token).ConfigureAwait(false))
        )
        {
            return Answers.Problem(Problems.NotFound);
        }

        // Somebody else's markup, shown to an officer's browser: never as anything but what it is.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(raw.Bytes, raw.MediaType);
    }

    private static async Task<bool> IsOf(Reader reader, RawAlarm raw, Journals journals, CancellationToken token)
    {
        foreach (var id in raw.Incidents)
        {
            var incident = await journals.Load(reader.Realm, StreamKinds.Incident, id, token).ConfigureAwait(false);
            if (incident?.State<Incident>().IsFor(reader) == true)
            {
                return true;
            }
        }

        return false;
    }
}
