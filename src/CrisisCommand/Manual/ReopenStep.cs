using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Manual;

/// <summary>A step that was done or skipped is to be done after all: it was ticked by mistake, or must be done again.</summary>
public sealed record ReopenStep(CommittedText Why)
{
    public Outcome Decide(CardWork work, ManualEdition edition, CardKey card, StepKey step) =>
        work.Refuse(edition, card, step) is { } refusal ? refusal
        : work.StatusOf(card, step) == StepStatus.Open ? ManualRefusals.StillOpen.With(step.Value)
        : Outcome.Happened(new CardStepReopened(card, step, Why));
}

public static class ReopenStepEndpoint
{
    public static void MapReopenStep(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/manual/{card}/{step}/reopening", Post)
            .Command("ReopenStep", "Manual", ManualCapabilities.WorkActionCard);

    private static Task<IResult> Post(
        Command<ReopenStep> command,
        Guid crisisId,
        CardKey card,
        StepKey step,
        CardDesk desk,
        CancellationToken token
    ) => desk.Handle(command.Context, crisisId, (work, edition) => command.Content.Decide(work, edition, card, step), token);
}
