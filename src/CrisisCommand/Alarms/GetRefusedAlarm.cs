using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Marten;

namespace CrisisCommand.Alarms;

public static class GetRefusedAlarmEndpoint
{
    private const string Plain = "text/plain";

    /// <summary>A message that was refused, byte for byte, as a file to keep; also after somebody has seen to it.</summary>
    public static void MapGetRefusedAlarm(this IEndpointRouteBuilder api) =>
        api.MapGet("/alarms/refused/{sender}/{digest}", Get)
            .Read<byte[]>("GetRefusedAlarm", "Alarms", AlarmsCapabilities.ReadRefusedAlarms)
            .Produces<byte[]>(200, Plain);

    private static async Task<IResult> Get(
        HttpContext http,
        PersonId sender,
        string digest,
        Journals journals,
        IDocumentStore store,
        TextFaults faults,
        CancellationToken token
    )
    {
        var realm = Reader.Of(http).Realm;
        if (!Sha256.TryParse(digest, out var wanted) || await Kept(journals, realm, sender, wanted, token) is not { } id)
        {
            return Answers.Problem(Problems.NotFound);
        }

        await using var session = store.QuerySession(realm.Name);
        if (await session.LoadAsync<RawAlarm>(id, token) is not { } raw)
        {
            return Answers.Problem(Problems.NotFound);
        }

        // Against the journal, which nobody changes.
        if (Sha256.Of(raw.Bytes) != wanted)
        {
            faults.Tell(realm, raw.Id.ToString(), TextFate.Altered);
            return Answers.Problem(AlarmRefusals.BytesAltered);
        }

        faults.Clear(realm, raw.Id.ToString());
        return ForeignBytes.Answer(http, raw.Bytes, Plain, raw.MediaType, $"refused-{wanted.Hex[..12]}.txt");
    }

    private static async Task<Guid?> Kept(Journals journals, Realm realm, PersonId sender, Sha256 wanted, CancellationToken token)
    {
        var facts = await journals.Facts(realm, RefusedAlarms.StreamOf(sender), 1, null, token);
        return facts.Select(f => f.Event).OfType<AlarmRefused>().LastOrDefault(r => r.Digest == wanted)?.Raw;
    }
}
