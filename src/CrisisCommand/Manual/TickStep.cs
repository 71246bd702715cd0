using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Manual;

/// <summary>A step of an action card is done, also one that was skipped before.</summary>
public sealed record TickStep(CardKey Card, StepKey Step)
{
    public Outcome Decide(CardWork work, ManualEdition edition) =>
        work.Refuse(edition, Card, Step) is { } refusal ? refusal
        : work.StatusOf(Card, Step) == StepStatus.Done ? Outcome.Nothing
        : Outcome.Happened(new CardStepDone(Card, Step));
}

public static class TickStepEndpoint
{
    public static void MapTickStep(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/manual/{card}/{step}/done", Post)
            .Command("TickStep", "Manual", ManualCapabilities.WorkActionCard);

    private static Task<IResult> Post(
        Command<NoContent> command,
        Guid crisisId,
        CardKey card,
        StepKey step,
        CardDesk desk,
        CancellationToken token
    ) => desk.Handle(command.Context, crisisId, new TickStep(card, step).Decide, token);
}
