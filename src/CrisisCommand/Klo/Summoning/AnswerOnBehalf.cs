using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Summoning;

/// <summary>An operator records what a summoned person said by telephone. The rule is that of the person's own answer.</summary>
public sealed record AnswerOnBehalf(PersonId PersonId, SummonsAnswer Answer, DateTimeOffset? Eta = null)
{
    public Outcome Decide(KloActivation klo, FunctionKey function, DateTimeOffset now, KloTimes times)
    {
        var outcome = new AnswerSummons(Answer, Eta).Decide(klo, function, PersonId, now, times, AnswerVia.Operator);
        // Here it is the input that is wrong, not the caller who may not.
        return outcome.Refusal is { } refusal && refusal.Code == KloRefusals.NotSummoned.Code
            ? refusal with
            {
                Status = 409,
                Pointer = "#/personId",
            }
            : outcome;
    }
}

public static class AnswerOnBehalfEndpoint
{
    public static void MapAnswerOnBehalf(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/answer-on-behalf", Post)
            .Command("AnswerOnBehalf", "Klo", KloCapabilities.AnswerOnBehalf);

    private static Task<IResult> Post(
        Command<AnswerOnBehalf> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        KloTimes times,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<KloActivation>().Heard(command.Context.By), function, command.Context.Now, times),
            token: token
        );
}
