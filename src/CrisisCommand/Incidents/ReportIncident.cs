using CrisisCommand.Platform;
using CrisisCommand.Reference;

namespace CrisisCommand.Incidents;

/// <summary>Our own people report that something happened.</summary>
public sealed record ReportIncident(
    IncidentKind Kind,
    CommittedText Place,
    CommittedText Text,
    AreaKey? Area = null,
    DateTimeOffset? OccurredAt = null
)
{
    public Outcome Decide(ReferenceData reference, DateTimeOffset now) =>
        reference.Refuse(Kind, Area) is { } unknown ? unknown
        : Clock.IsFuture(OccurredAt, now) ? IncidentRefusals.InTheFuture
        : Outcome.Happened(new IncidentReported(Kind, Place, Area, OccurredAt, Text));
}

public sealed record IncidentCreated(Guid IncidentId);

public static class ReportIncidentEndpoint
{
    public static void MapReportIncident(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents", Post).Command("ReportIncident", "Incidents", Capability.ReportIncident).Created<IncidentCreated>();

    private static Task<IResult> Post(
        Command<ReportIncident> command,
        CommandHandler handler,
        ReferenceData reference,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var id = Ids.New(clock);
        return handler.Handle(
            command.Envelope,
            new Target(StreamKinds.Incident, id, MayBeNew: true),
            (_, _) => command.Content.Decide(reference, command.Envelope.Now),
            [],
            _ => handler.Created(new IncidentCreated(id), $"/api/{command.Envelope.Realm}/incidents/{id}"),
            token
        );
    }
}
