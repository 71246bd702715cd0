using System.Text.Json.Serialization;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

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
            : klo.IsAlone(by) ? Outcome.Happened(new KloStoodDown(Text))
            : proposal is null ? Outcome.Happened(new StandDownProposed(Text))
            : proposal.Value.By == by ? Outcome.Nothing
            : klo.IsLedBy(by) || klo.IsLedBy(proposal.Value.By) ? Outcome.Happened(new KloStoodDown(Text))
            : CrisisRefusals.StandDownWithoutLeader;
    }
}

/// <summary>How far the ending of a crisis has come.</summary>
public enum StandDownState
{
    Proposed,

    // The contract writes it so.
    [JsonStringEnumMemberName("stoodDown")]
    StoodDown,
}

/// <summary>What came of it, and what is still open: to be handed to the line, or a reason not to end it.</summary>
/// <param name="OpenDecisions">By number: taken and not executed.</param>
/// <param name="OpenIncidents">Linked ones that are not closed.</param>
public sealed record StandDownTold(
    StandDownState State,
    IReadOnlyList<int> OpenDecisions,
    IReadOnlyList<Guid> OpenTasks,
    IReadOnlyList<Guid> OpenIncidents
)
{
    public static StandDownTold Of(StandDownState state, DecisionLog log, LogBook book, IReadOnlyList<Guid> incidents) =>
        new(
            state,
            [.. log.Decisions.Where(d => d.Status == DecisionStatus.Taken).Select(d => d.Taken.Number)],
            [.. book.Tasks.Where(t => !t.Value.Done).Select(t => t.Key).Order()],
            incidents
        );
}

public static class StandDownEndpoint
{
    public static void MapStandDown(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/stand-down", Post)
            .Command("StandDown", "Crises", CrisesCapabilities.StandDown)
            .Told<StandDownTold>();

    private static async Task<IResult> Post(
        Command<StandDown> command,
        Guid crisisId,
        CommandHandler handler,
        OpenIncidents incidents,
        CancellationToken token
    )
    {
        var (context, open) = (command.Context, Array.Empty<Guid>());
        var beside = new Beside(async (looked, t) => open = await incidents.Of(context.Realm, looked.Streams[0]?.State<Crisis>(), t));
        Decision Decide(StreamSnapshot crisis, IReadOnlyList<StreamSnapshot?> others, Permits permits)
        {
            Answer Told(StandDownState state) =>
                handler.Told(StandDownTold.Of(state, crisis.State<DecisionLog>(), crisis.State<LogBook>(), open));
            var outcome = command.Content.Decide(crisis.State<KloActivation>(), context.By, context.Now);
            return new Decision.Made(outcome, permits.Capacity, facts => Told(StateOf(facts))) { Already = Told(StandDownState.Proposed) };
        }

        return new AnswerResult(await handler.Carry(context, new Target(StreamKinds.Crisis, crisisId), [], Decide, token, beside));
    }

    private static StandDownState StateOf(IReadOnlyList<Fact> facts) =>
        facts.Any(f => f.Event is KloStoodDown) ? StandDownState.StoodDown : StandDownState.Proposed;
}

/// <summary>Which of a crisis's incidents go on.</summary>
public sealed class OpenIncidents(Journals journals)
{
    public async Task<Guid[]> Of(Realm realm, Crisis? crisis, CancellationToken token)
    {
        var open = new List<Guid>();
        foreach (var id in crisis?.Linked ?? [])
        {
            if ((await journals.Load(realm, StreamKinds.Incident, id, token))?.State<Incident>().Open == true)
            {
                open.Add(id);
            }
        }

        return [.. open];
    }
}
