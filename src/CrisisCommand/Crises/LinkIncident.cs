using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Crises;

/// <summary>An incident belongs to this crisis: what is said of it from now on, and what was said before, reaches the KLO.</summary>
public sealed record LinkIncident(Guid IncidentId)
{
    /// <param name="id">The crisis's own id.</param>
    /// <param name="known">Whether there is such an incident in this realm.</param>
    public Outcome Decide(Crisis crisis, Guid id, bool known) =>
        crisis.IsStoodDown ? CrisisRefusals.StoodDown
        : !known ? (CrisisRefusals.UnknownIncident with { Pointer = "#/incidentId" }).With(IncidentId.ToString())
        : crisis.Linked.Contains(IncidentId) ? Outcome.Nothing
        : Outcome.Happened(new IncidentLinked(IncidentId)).AndIn(IncidentId, new IncidentRaisedToCrisis(id));
}

public static class LinkIncidentEndpoint
{
    public static void MapLinkIncident(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/incidents", Post).Command("LinkIncident", "Crises", CrisesCapabilities.LinkIncident);

    private static Task<IResult> Post(Command<LinkIncident> command, Guid crisisId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Context,
            new Target(StreamKinds.Crisis, crisisId),
            (s, others) => command.Content.Decide(s.State<Crisis>(), crisisId, others[0] is not null),
            [new Target(StreamKinds.Incident, command.Content.IncidentId)],
            token: token
        );
}
