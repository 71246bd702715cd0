using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

/// <summary>A summoned person says whether they come, and when they expect to be in place. A changed answer is a new fact.</summary>
public sealed record AnswerSummons(SummonsAnswer Answer, DateTimeOffset? Eta = null)
{
    /// <param name="via">Null: the person, logged in.</param>
    public Outcome Decide(KloActivation klo, FunctionKey function, PersonId by, DateTimeOffset now, AnswerVia? via = null) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : post.SummonsOf(by) is not { } summons ? KloRefusals.NotSummoned.With(function.Value, by.Value)
        : summons.Answer == Answer && summons.Eta == Eta ? Outcome.Nothing
        : Eta < now - Clock.Tolerance ? KloRefusals.EtaInThePast
        : Outcome.Happened(new SummonsAnswered(function, by, Answer, Eta, via));
}

public static class AnswerSummonsEndpoint
{
    public static void MapAnswerSummons(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/answer", Post).Command("AnswerSummons", "Klo", Capability.AnswerSummons);

    private static Task<IResult> Post(
        Command<AnswerSummons> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        CancellationToken token
    )
    {
        var (answer, envelope) = (command.Content, command.Envelope);
        return handler.Handle(
            envelope,
            StreamKinds.Crisis,
            crisisId,
            s => answer.Decide(s.State<KloActivation>(), function, envelope.By, envelope.Now),
            token: token
        );
    }
}
