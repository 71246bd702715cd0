using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Notifications.Muting;

/// <summary>A person wants to be told everything that concerns them again. What was spared them meanwhile is not told afterwards.</summary>
public static class UnmuteTellings
{
    public static Outcome Decide(Mute mute, PersonId person) =>
        mute.Since is null ? Outcome.Nothing : Outcome.Happened(new TellingsUnmuted(person));
}

public static class UnmuteTellingsEndpoint
{
    /// <summary>Ends the caller's own mute.</summary>
    public static void MapUnmuteTellings(this IEndpointRouteBuilder api) =>
        api.MapDelete("/me/mute", Delete).Command("UnmuteTellings", "Notifications", NotificationsCapabilities.MuteOneself);

    private static Task<IResult> Delete(Command<NoContent> command, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Context,
            StreamKinds.Person,
            Person.StreamOf(command.Context.By),
            s => UnmuteTellings.Decide(s.State<Mute>(), command.Context.By),
            token: token
        );
}
