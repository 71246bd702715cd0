using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Endurance;

/// <summary>Somebody is to take a function over at a time. Another time for the same person replaces the one before.</summary>
public sealed record PlanRelief(PersonId PersonId, DateTimeOffset At)
{
    /// <param name="known">Whether the person is known in this realm.</param>
    public Outcome Decide(KloActivation klo, FunctionKey function, bool known, DateTimeOffset now) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : !known ? (KloRefusals.UnknownPerson with { Pointer = "#/personId" }).With(PersonId.Value)
        : post.Holder == PersonId ? EnduranceRefusals.ReliefOfOneself.With(function.Value, PersonId.Value)
        : post.Reliefs.Contains(new(PersonId, At)) ? Outcome.Nothing
        : At < now - Clock.Tolerance ? EnduranceRefusals.ReliefInThePast
        : Outcome.Happened(new ReliefPlanned(function, PersonId, At));
}

public static class PlanReliefEndpoint
{
    public static void MapPlanRelief(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/relief", Post).Command("PlanRelief", "Klo", KloCapabilities.PlanRelief);

    private static async Task<IResult> Post(
        Command<PlanRelief> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var (relief, context) = (command.Content, command.Context);
        var known = await directory.Knows(context.Realm, relief.PersonId, token);
        return await handler.Handle(
            context.Demanding(_ => (KloCapabilities.PlanRelief, function)),
            StreamKinds.Crisis,
            crisisId,
            s => relief.Decide(s.State<KloActivation>(), function, known, context.Now),
            token: token
        );
    }
}
