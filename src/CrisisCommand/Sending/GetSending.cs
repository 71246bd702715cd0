using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Sending;

/// <summary>How many messages wait until sending is on; the feature that sends them says.</summary>
public delegate Task<int> MessagesWaiting(Realm realm, CancellationToken token);

/// <summary>Whether messages go out.</summary>
/// <param name="Held">Why not; null while they do.</param>
/// <param name="Words">The same for people.</param>
/// <param name="Waiting">Messages that would have gone out.</param>
/// <param name="StartedAt">When a person last said that they do; null while nobody had to.</param>
public sealed record SendingShown(
    bool On,
    HoldReason? Held,
    string? Words,
    int Waiting,
    DateTimeOffset? StartedAt,
    PersonId? StartedBy,
    string? Why,
    OverdueMessages? Overdue
);

public static class GetSendingEndpoint
{
    public static void MapGetSending(this IEndpointRouteBuilder api) =>
        api.MapGet("/sending", Get).Read<SendingShown>("GetSending", "Sending", SendingCapabilities.ReadNotices);

    private static async Task<IResult> Get(HttpContext http, SendingReading reading, CancellationToken token) =>
        TypedResults.Ok(await reading.Of(Reader.Of(http), token));
}

/// <summary>Tells whether messages go out; in an exercise none do, and none are held.</summary>
public sealed class SendingReading(SendingGate gate, Journals journals, Speaker speaker, MessagesWaiting waiting)
{
    public async Task<SendingShown> Of(Reader reader, CancellationToken token)
    {
        var held = reader.Realm.IsLive ? gate.Held : null;
        var stream = await journals.Load(reader.Realm, StreamKinds.Sending, SendingRelease.Stream, token);
        var release = stream?.State<SendingRelease>() ?? SendingRelease.Initial;
        var count = held is null ? 0 : await waiting(reader.Realm, token);
        return await speaker.Say(reader, words => Show(held, count, release, words), token);
    }

    private static SendingShown Show(HoldReason? held, int waiting, SendingRelease release, Words words) =>
        new(
            held is null,
            held,
            held is { } reason ? words.Say($"sending.held.{reason}") : null,
            waiting,
            release.At,
            release.By,
            release.Why is { } said ? words.Text(said) : null,
            release.At is null ? null : release.Overdue
        );
}
