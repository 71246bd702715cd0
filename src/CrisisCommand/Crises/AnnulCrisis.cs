using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Crises;

/// <summary>The crisis was a mistake: whoever declared it, or leads it, takes it back within the hour. Everybody who was called is told.</summary>
public sealed record AnnulCrisis(CommittedText Why)
{
    /// <param name="id">The crisis's own id.</param>
    public Outcome Decide(Crisis crisis, Guid id, KloActivation klo, PersonId by, DateTimeOffset now) =>
        crisis.Annulled is not null ? CrisisRefusals.AlreadyAnnulled
        : crisis.IsStoodDown ? CrisisRefusals.StoodDown
        // What came into it was no mistake of theirs.
        : !crisis.Joined.IsEmpty ? CrisisRefusals.HasJoined
        : crisis.DeclaredBy != by && !klo.IsLedBy(by) ? CrisisRefusals.NotYoursToEnd
        : now > crisis.MistakeUntil ? CrisisRefusals.AnnulledTooLate
        : crisis.Linked.Aggregate(
            Outcome.Happened(new CrisisAnnulled(Why), new KloStoodDown(Why)),
            (outcome, incident) => outcome.AndIn(incident, new IncidentReleasedFromCrisis(id))
        );
}

public static class AnnulCrisisEndpoint
{
    public static void MapAnnulCrisis(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/annulment", Post).Command("AnnulCrisis", "Crises", CrisesCapabilities.Annul);

    private static async Task<IResult> Post(Command<AnnulCrisis> command, Guid crisisId, CommandHandler handler, CancellationToken token)
    {
        var (context, target) = (command.Context, new Target(StreamKinds.Crisis, crisisId));
        Decision Decide(StreamSnapshot crisis, IReadOnlyList<StreamSnapshot?> others, Permits permits)
        {
            var state = crisis.State<Crisis>();
            return LinkedStreams.Beyond(target, [], state, others) is { } more
                ? more
                : new Decision.Made(
                    command.Content.Decide(state, crisisId, crisis.State<KloActivation>(), context.By, context.Now),
                    permits.Capacity
                );
        }

        return new AnswerResult(await handler.Carry(context, target, [], Decide, token));
    }
}

/// <summary>The incidents that a crisis follows, for a decision that writes on each of them: which they are, only the crisis tells.</summary>
internal static class LinkedStreams
{
    /// <param name="besides">What the decision takes beside them, before them.</param>
    /// <returns>Null where all were looked at.</returns>
    public static Decision.Redirected? Beyond(
        Target target,
        IReadOnlyList<Target> besides,
        Crisis crisis,
        IReadOnlyList<StreamSnapshot?> looked
    ) =>
        crisis.Linked.All(i => looked.Any(s => s?.Id == i))
            ? null
            : new(target, [.. besides, .. crisis.Linked.Select(i => new Target(StreamKinds.Incident, i))]);
}
