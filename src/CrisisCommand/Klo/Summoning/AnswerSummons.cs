using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Summoning;

/// <summary>
/// A summoned person says whether they come, and when they expect to be in place. A changed answer is a new fact; a late one counts too.
/// When they do not come, the next in order is summoned at once.
/// </summary>
public sealed record AnswerSummons(SummonsAnswer Answer, DateTimeOffset? Eta = null)
{
    /// <param name="klo">As it is once whoever sends this was heard.</param>
    /// <param name="by">Whose summons it is.</param>
    /// <param name="via">Null: the person, signed in.</param>
    public Outcome Decide(
        KloActivation klo,
        FunctionKey function,
        PersonId by,
        DateTimeOffset now,
        KloTimes times,
        AnswerVia? via = null
    ) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : post.SummonsOf(by) is not { } summons ? KloRefusals.NotSummoned.With(function.Value, by.Value)
        // Somebody who was missed says that they are coming after all, perhaps in the very same words.
        : summons.Answer == Answer && summons.Eta == Eta && summons.OverdueAt is null ? Outcome.Nothing
        : Eta < now - Clock.Tolerance ? KloRefusals.EtaInThePast
        : Outcome.Happened([
            new SummonsAnswered(function, by, Answer, Eta, via),
            .. Answer == SummonsAnswer.Declined ? Escalation.After(post, by, now, times) : [],
        ]);
}

public static class AnswerSummonsEndpoint
{
    public static void MapAnswerSummons(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/answer", Post)
            .Command("AnswerSummons", "Klo", KloCapabilities.AnswerSummons);

    private static Task<IResult> Post(
        Command<AnswerSummons> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        KloTimes times,
        CancellationToken token
    )
    {
        var (answer, context) = (command.Content, command.Context);
        return handler.Handle(
            context,
            StreamKinds.Crisis,
            crisisId,
            s => answer.Decide(s.State<KloActivation>().Heard(context.By), function, context.By, context.Now, times),
            token: token
        );
    }
}
