using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Manual;

/// <summary>A step of an action card is passed over. What is done is not skipped, and a reason once given is not overwritten.</summary>
public sealed record SkipStep(CommittedText Why)
{
    public Outcome Decide(CardWork work, ManualEdition edition, CardKey card, StepKey step) =>
        work.Refuse(edition, card, step) is { } refusal
            ? refusal
            : work.StatusOf(card, step) switch
            {
                StepStatus.Done => ManualRefusals.AlreadyDone.With(step.Value),
                StepStatus.Skipped => ManualRefusals.AlreadySkipped.With(step.Value),
                _ => Outcome.Happened(new CardStepSkipped(card, step, Why)),
            };
}

public static class SkipStepEndpoint
{
    public static void MapSkipStep(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/manual/{card}/{step}/skip", Post)
            .Command("SkipStep", "Manual", ManualCapabilities.WorkActionCard);

    private static Task<IResult> Post(
        Command<SkipStep> command,
        Guid crisisId,
        CardKey card,
        StepKey step,
        CardDesk desk,
        CancellationToken token
    ) => desk.Handle(command.Context, crisisId, (work, edition) => command.Content.Decide(work, edition, card, step), token);
}
