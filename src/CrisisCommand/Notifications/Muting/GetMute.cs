using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Notifications.Muting;

/// <param name="IsMuted">Now.</param>
/// <param name="Until">Null: until the person says otherwise, or where nothing is muted.</param>
public sealed record MuteShown(bool IsMuted, DateTimeOffset? Since, DateTimeOffset? Until)
{
    public static MuteShown Of(Mute mute, DateTimeOffset now) =>
        mute.Covers(now) ? new(true, mute.Since, mute.Until) : new(false, null, null);
}

public static class GetMuteEndpoint
{
    /// <summary>Whether the caller has muted what they may do without.</summary>
    public static void MapGetMute(this IEndpointRouteBuilder api) =>
        api.MapGet("/me/mute", Get).Read<MuteShown>("GetMute", "Notifications", NotificationsCapabilities.MuteOneself);

    private static async Task<IResult> Get(HttpContext http, Journals journals, TimeProvider clock, CancellationToken token)
    {
        var reader = Reader.Of(http);
        var person = await journals.Known(reader.Realm, StreamKinds.Person, Person.StreamOf(reader.Person), refresh: true, token);
        return TypedResults.Ok(MuteShown.Of(person.State<Mute>(), Clock.Now(clock)));
    }
}
