using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Endurance;

/// <summary>Somebody is not to take a function over after all.</summary>
public static class CancelRelief
{
    public static Outcome Decide(KloActivation klo, FunctionKey function, PersonId person) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : post.Reliefs.All(r => r.Person != person) ? EnduranceRefusals.NoRelief.With(function.Value, person.Value)
        : Outcome.Happened(new ReliefCancelled(function, person));
}

public static class CancelReliefEndpoint
{
    public static void MapCancelRelief(this IEndpointRouteBuilder api) =>
        api.MapDelete("/crises/{crisisId:guid}/functions/{function}/relief/{personId}", Delete)
            .Command("CancelRelief", "Klo", KloCapabilities.PlanRelief);

    private static Task<IResult> Delete(
        Command<NoContent> command,
        Guid crisisId,
        FunctionKey function,
        PersonId personId,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context.Demanding(_ => (KloCapabilities.PlanRelief, function)),
            StreamKinds.Crisis,
            crisisId,
            s => CancelRelief.Decide(s.State<KloActivation>(), function, personId),
            token: token
        );
}
