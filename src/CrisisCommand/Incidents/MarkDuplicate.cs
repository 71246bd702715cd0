using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

/// <summary>This incident is another one once more. Both stay; whoever opens the one is led to the other.</summary>
public sealed record MarkDuplicate(Guid Of)
{
    /// <param name="id">The incident's own id.</param>
    /// <param name="other">The one that it doubles; null where there is none of that id.</param>
    public Outcome Decide(Incident incident, Guid id, Incident? other) =>
        Of == id ? IncidentRefusals.DuplicateOfItself
        : other is null ? (IncidentRefusals.UnknownOriginal).With($"{Of}")
        : incident.DuplicateOf == Of ? Outcome.Nothing
        : incident.DuplicateOf is { } already ? IncidentRefusals.DuplicateAlready.Naming("of", already)
        : other.DuplicateOf is { } original ? IncidentRefusals.DuplicateOfDuplicate.Naming("of", original)
        : !incident.Duplicates.IsEmpty ? IncidentRefusals.HasDuplicates
        : incident.Closed ? IncidentRefusals.Closed
        : !other.Open ? IncidentRefusals.OriginalNotOpen
        : Outcome.Happened(new IncidentMarkedDuplicate(Of)).AndIn(Of, new IncidentDoubled(id));
}

public static class MarkDuplicateEndpoint
{
    public static void MapMarkDuplicate(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/duplicate", Post)
            .Command("MarkDuplicate", "Incidents", IncidentsCapabilities.HandleIncident);

    private static Task<IResult> Post(Command<MarkDuplicate> command, Guid incidentId, CommandHandler handler, CancellationToken token)
    {
        var of = command.Content.Of;
        return handler.Handle(
            command.Context,
            new Target(StreamKinds.Incident, incidentId),
            (s, others) => command.Content.Decide(s.State<Incident>(), incidentId, others.FirstOrDefault()?.State<Incident>()),
            of == incidentId ? [] : [new Target(StreamKinds.Incident, of)],
            token: token
        );
    }
}
