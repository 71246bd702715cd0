using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Crises;

/// <summary>An incident turned out not to belong to this crisis: nothing more of it is reported to the KLO.</summary>
public sealed record UnlinkIncident(CommittedText Why)
{
    /// <param name="id">The crisis's own id.</param>
    public Outcome Decide(Crisis crisis, Guid id, Guid incident) =>
        crisis.IsStoodDown ? CrisisRefusals.StoodDown
        : !crisis.Linked.Contains(incident) ? CrisisRefusals.NotLinked.With(incident.ToString())
        : Outcome.Happened(new IncidentUnlinked(incident, Why)).AndIn(incident, new IncidentReleasedFromCrisis(id));
}

public static class UnlinkIncidentEndpoint
{
    public static void MapUnlinkIncident(this IEndpointRouteBuilder api) =>
        api.MapDelete("/crises/{crisisId:guid}/incidents/{incidentId:guid}", Delete)
            .Command("UnlinkIncident", "Crises", CrisesCapabilities.LinkIncident);

    private static Task<IResult> Delete(
        Command<UnlinkIncident> command,
        Guid crisisId,
        Guid incidentId,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            new Target(StreamKinds.Crisis, crisisId),
            (s, _) => command.Content.Decide(s.State<Crisis>(), crisisId, incidentId),
            [new Target(StreamKinds.Incident, incidentId)],
            token: token
        );
}
