using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Marten;

namespace CrisisCommand.Alarms;

public static class GetRawAlarmEndpoint
{
    /// <summary>The message that brought an alarm, byte for byte, as a file to keep.</summary>
    public static void MapGetRawAlarm(this IEndpointRouteBuilder api) =>
        api.MapGet("/alarms/{alarmId:guid}/raw", Get)
            .Read<byte[]>("GetRawAlarm", "Alarms", AlarmsCapabilities.ReadAlarm)
            .Produces<byte[]>(200, PostedAlarm.Cap, PostedAlarm.Json);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid alarmId,
        Journals journals,
        IDocumentStore store,
        TextFaults faults,
        CancellationToken token
    )
    {
        var (reader, realm) = (Reader.Of(http), CommandBinding.RealmOf(http));
        var stream = await journals.Load(realm, StreamKinds.Alarm, alarmId, token);
        if (stream?.State<FiledAlarm>().Own is not { } filed || (reader.OwnOnly && filed.By != reader.Person))
        {
            return Answers.Problem(Problems.NotFound);
        }

        await using var session = store.QuerySession(realm.Name);
        if (await session.LoadAsync<RawAlarm>(filed.Raw!.Value, token) is not { } raw)
        {
            return Answers.Problem(Problems.NotFound);
        }

        // Against the journal, which nobody changes, and not against the digest that lies beside the bytes.
        if (!await IsAsReceived(journals, realm, filed, raw, token))
        {
            faults.Tell(realm, raw.Id.ToString(), TextFate.Altered);
            return Answers.Problem(AlarmRefusals.BytesAltered);
        }

        faults.Clear(realm, raw.Id.ToString());
        // What came as application/xml or text/xml was taken for CAP and is said to be that: browsers draw the one and save the other.
        return raw.MediaType.StartsWith(PostedAlarm.Json, StringComparison.OrdinalIgnoreCase)
            ? ForeignBytes.Answer(http, raw.Bytes, PostedAlarm.Json, raw.MediaType, $"alarm-{alarmId}.json")
            : ForeignBytes.Answer(http, raw.Bytes, PostedAlarm.Cap, raw.MediaType, $"alarm-{alarmId}.cap");
    }

    private static async Task<bool> IsAsReceived(Journals journals, Realm realm, Filing filed, RawAlarm raw, CancellationToken token)
    {
        var digest = new ForeignId(AlarmIntake.Digest(raw.Bytes));
        if (filed.Digest is { } answered)
        {
            return answered == digest;
        }

        foreach (var incident in filed.Incidents)
        {
            var facts = await journals.Facts(realm, incident, 1, null, token);
            if (facts.Any(f => AlarmOf(f.Event)?.Raw == digest))
            {
                return true;
            }
        }

        return false;
    }

    private static Alarm? AlarmOf(IDomainEvent happened) =>
        happened switch
        {
            AlarmReceived e => e.Alarm,
            AlarmUpdated e => e.Alarm,
            AlarmCancelled e => e.Alarm,
            _ => null,
        };
}
