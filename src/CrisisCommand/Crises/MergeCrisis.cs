using System.Collections.Immutable;
using CrisisCommand.Access;
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
/// Two crises are the same: one ends, and the other goes on with the incidents of both. Lines stay in the journal that they were written in,
/// and each of the two says so.
/// </summary>
/// <param name="Into">The one that goes on.</param>
public sealed record MergeCrisis(Guid Into, CommittedText Why)
{
    /// <param name="id">The id of the one that ends.</param>
    /// <param name="into">The one that goes on; null where the sender knows of none.</param>
    /// <param name="refused">Why the sender may bring no incidents into it; null where they may.</param>
    public Outcome Decide(Crisis crisis, Guid id, KloActivation klo, Crisis? into, Refusal? refused, PersonId by, DateTimeOffset now) =>
        crisis.IsStoodDown ? CrisisRefusals.StoodDown
        : !MayEnd(crisis, klo, by, now) ? CrisisRefusals.NotYoursToEnd
        : Into == id ? CrisisRefusals.MergedIntoItself
        : into is null ? CrisisRefusals.UnknownCrisis.With($"{Into}")
        : refused is not null ? refused
        : into.IsStoodDown ? CrisisRefusals.MergedIntoEnded
        : Joined(crisis, id, into);

    /// <summary>Whoever leads it; and whoever declared it, as long as it may be the mistake that they would take back.</summary>
    private static bool MayEnd(Crisis crisis, KloActivation klo, PersonId by, DateTimeOffset now) =>
        klo.IsLedBy(by) || (crisis.DeclaredBy == by && now <= crisis.MistakeUntil);

    private Outcome Joined(Crisis crisis, Guid id, Crisis into)
    {
        ImmutableArray<Guid> brought = [.. crisis.Linked.Except(into.Linked)];
        var ended = Outcome
            .Happened(new CrisisMerged(Into, Why), new KloStoodDown(Why))
            .AndIn(Into, [new CrisisJoined(id, Why), .. brought.Select(i => new IncidentLinked(i))]);
        return crisis.Linked.Aggregate(ended, (outcome, incident) => outcome.AndIn(incident, Moved(incident)));

        IEnumerable<IDomainEvent> Moved(Guid incident) =>
            brought.Contains(incident)
                ? [new IncidentReleasedFromCrisis(id), new IncidentRaisedToCrisis(Into)]
                : [new IncidentReleasedFromCrisis(id)];
    }
}

/// <summary>What was left open in the one that ended: it is not carried over, somebody decides it anew where it still is to be done.</summary>
/// <param name="Into">The one that goes on.</param>
/// <param name="OpenDecisions">By number: taken and not executed.</param>
public sealed record MergerTold(Guid Into, IReadOnlyList<int> OpenDecisions, IReadOnlyList<Guid> OpenTasks);

public static class MergeCrisisEndpoint
{
    public static void MapMergeCrisis(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/merger", Post).Command("MergeCrisis", "Crises", CrisesCapabilities.Merge).Told<MergerTold>();

    private static async Task<IResult> Post(
        Command<MergeCrisis> command,
        Guid crisisId,
        CommandHandler handler,
        CrisisReach reach,
        CancellationToken token
    )
    {
        var (context, merge, target) = (command.Context, command.Content, new Target(StreamKinds.Crisis, crisisId));
        var into = merge.Into == crisisId ? [] : new[] { new Target(StreamKinds.Crisis, merge.Into) };
        (bool Sees, Refusal? Refused) other = default;
        var beside = new Beside(
            async (looked, t) => other = await reach.Of(context, looked.Streams.Skip(1).FirstOrDefault(s => s?.Id == merge.Into), t)
        );
        Decision Decide(StreamSnapshot crisis, IReadOnlyList<StreamSnapshot?> others, Permits permits)
        {
            var state = crisis.State<Crisis>();
            if (LinkedStreams.Beyond(target, into, state, others) is { } more)
            {
                return more;
            }

            var (klo, goesOn) = (crisis.State<KloActivation>(), others.FirstOrDefault(s => other.Sees && s?.Id == merge.Into));
            var outcome = merge.Decide(state, crisisId, klo, goesOn?.State<Crisis>(), other.Refused, context.By, context.Now);
            return new Decision.Made(outcome, permits.Capacity, _ => handler.Told(TellOf(merge, crisis)));
        }

        return new AnswerResult(await handler.Carry(context, target, into, Decide, token, beside));
    }

    private static MergerTold TellOf(MergeCrisis merge, StreamSnapshot ended)
    {
        var left = StandDownTold.Of(StandDownState.StoodDown, ended.State<DecisionLog>(), ended.State<LogBook>(), []);
        return new(merge.Into, left.OpenDecisions, left.OpenTasks);
    }
}

/// <summary>How far somebody's right reaches in another crisis than the one that their command is about.</summary>
public sealed class CrisisReach(AccessGuard guard, AccessRules rules)
{
    /// <returns>Whether they may know of it, and why they may bring no incidents into it; null where they may.</returns>
    public async Task<(bool Sees, Refusal? Refused)> Of(CommandContext context, StreamSnapshot? crisis, CancellationToken token)
    {
        if (crisis is null)
        {
            return default;
        }

        var actor = await guard.Find(context.Realm, context.By, crisis, token);
        return (rules.Sees(actor), rules.Refuse(actor, CrisesCapabilities.LinkIncident));
    }
}
