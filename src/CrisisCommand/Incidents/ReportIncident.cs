using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
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
        : IncidentRefusals.RefuseTime(OccurredAt, now, since: now) is { } untimely ? untimely
        : Outcome.Happened(new IncidentReported(Kind, Place, Area, OccurredAt, Text));
}

public sealed record IncidentCreated(Guid IncidentId);

public static class ReportIncidentEndpoint
{
    public static void MapReportIncident(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents", Post)
            .Command("ReportIncident", "Incidents", IncidentsCapabilities.ReportIncident)
            .Created<IncidentCreated>();

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
            command.Context,
            new Target(StreamKinds.Incident, id, MayBeNew: true),
            (_, _) => command.Content.Decide(reference, command.Context.Now),
            [],
            _ => handler.Created(new IncidentCreated(id), $"/api/{command.Context.Realm}/incidents/{id}"),
            token
        );
    }
}
