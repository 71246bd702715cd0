using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Notifications.Muting;

/// <summary>A person mutes, for themself alone, what is no summons, no alarm, and nothing else that they have to know.</summary>
/// <param name="Until">Null: until they say otherwise.</param>
public sealed record MuteTellings(DateTimeOffset? Until = null)
{
    public Outcome Decide(Mute mute, PersonId person, DateTimeOffset now) =>
        Until <= now ? NotificationRefusals.MutedInThePast
        : mute.Covers(now) && mute.Until == Until ? Outcome.Nothing
        : Outcome.Happened(new TellingsMuted(person, Until));
}

public static class MuteTellingsEndpoint
{
    /// <summary>Mutes the caller, and nobody else.</summary>
    public static void MapMuteTellings(this IEndpointRouteBuilder api) =>
        api.MapPut("/me/mute", Put).Command("MuteTellings", "Notifications", NotificationsCapabilities.MuteOneself);

    private static Task<IResult> Put(Command<MuteTellings> command, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Context,
            StreamKinds.Person,
            Person.StreamOf(command.Context.By),
            s => command.Content.Decide(s.State<Mute>(), command.Context.By, command.Context.Now),
            token: token
        );
}
