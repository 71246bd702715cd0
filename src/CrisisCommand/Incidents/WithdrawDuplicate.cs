using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

/// <summary>What was taken for a duplicate is an incident of its own after all.</summary>
public sealed record WithdrawDuplicate(CommittedText Why)
{
    /// <param name="id">The incident's own id.</param>
    public Outcome Decide(Incident incident, Guid id) =>
        incident.DuplicateOf is { } of
            ? Outcome.Happened(new IncidentDuplicateWithdrawn(of, Why)).AndIn(of, new IncidentDoublingWithdrawn(id))
            : IncidentRefusals.NoDuplicate;
}

public static class WithdrawDuplicateEndpoint
{
    public static void MapWithdrawDuplicate(this IEndpointRouteBuilder api) =>
        api.MapDelete("/incidents/{incidentId:guid}/duplicate", Delete)
            .Command("WithdrawDuplicate", "Incidents", IncidentsCapabilities.HandleIncident);

    private static async Task<IResult> Delete(
        Command<WithdrawDuplicate> command,
        Guid incidentId,
        CommandHandler handler,
        CancellationToken token
    )
    {
        var target = new Target(StreamKinds.Incident, incidentId);
        // Of which it is one, only the incident tells.
        Decision Decide(StreamSnapshot stream, IReadOnlyList<StreamSnapshot?> others, Permits permits)
        {
            var incident = stream.State<Incident>();
            return incident.DuplicateOf is { } of && others.All(s => s?.Id != of)
                ? new Decision.Redirected(target, [new Target(StreamKinds.Incident, of)])
                : new Decision.Made(command.Content.Decide(incident, incidentId), permits.Capacity);
        }

        return new AnswerResult(await handler.Carry(command.Context, target, [], Decide, token));
    }
}
