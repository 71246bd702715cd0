using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Crises;

/// <summary>
/// The crisis is over and the KLO goes home: two persons say so, one of them its leader. The first proposes, the second confirms; handovers
/// still waiting are void then; late entries and corrections are taken.
/// </summary>
public sealed record StandDown(CommittedText Text)
{
    public Outcome Decide(KloActivation klo, PersonId by, DateTimeOffset now)
    {
        var proposal = klo.StandingProposal(now);
        return klo.IsStoodDown ? CrisisRefusals.StoodDown
            : IsAlone(klo, by) ? Outcome.Happened(new KloStoodDown(Text))
            : proposal is null ? Outcome.Happened(new StandDownProposed(Text))
            : proposal.Value.By == by ? Outcome.Nothing
            : klo.IsLedBy(by) || klo.IsLedBy(proposal.Value.By) ? Outcome.Happened(new KloStoodDown(Text))
            : CrisisRefusals.StandDownWithoutLeader;
    }

    /// <summary>Called off before anybody else had answered that they come: there is no second person to ask.</summary>
    private static bool IsAlone(KloActivation klo, PersonId by) =>
        klo.IsLedBy(by)
        && klo.Posts.All(p =>
            (p.Holder is null || p.Holder == by) && p.Summons.All(s => s.Person == by || s.Answer != SummonsAnswer.Coming)
        );
}

public static class StandDownEndpoint
{
    public static void MapStandDown(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/stand-down", Post).Command("StandDown", "Crises", Capability.StandDown);

    private static Task<IResult> Post(Command<StandDown> command, Guid crisisId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<KloActivation>(), command.Envelope.By, command.Envelope.Now),
            token: token
        );
}
