using System.Collections.Immutable;
using CrisisCommand.Platform;
using CrisisCommand.Reference;

namespace CrisisCommand.Journal;

/// <summary>How an area or a function fares; neither: the crisis as a whole.</summary>
public sealed record ReportedStatus(StatusKey Status, AreaKey? Area = null, FunctionKey? Function = null, CommittedText? Text = null);

/// <summary>The common picture at one moment, in words and, where it helps, per area and function.</summary>
public sealed record ReportSituation(CommittedText Text, ImmutableArray<ReportedStatus>? Status = null)
{
    public Outcome Decide(LogBook log, ReferenceData reference)
    {
        var reported = Status ?? [];
        var fault = reported.Select((line, at) => FaultOf(line, at, log, reference)).FirstOrDefault(f => f is not null);
        return log.IsStoodDown ? JournalRefusals.StoodDown
            : fault is not null ? fault
            : Outcome.Happened(
                new SituationReported(Text, [.. reported.Select(r => new StatusLine(r.Area, r.Function, r.Status, r.Text))])
            );
    }

    private static Refusal? FaultOf(ReportedStatus line, int at, LogBook log, ReferenceData reference) =>
        line.Area is { } area && !reference.Knows(area)
            ? (JournalRefusals.UnknownArea with { Pointer = $"#/status/{at}/area" }).With(area.Value)
        : line.Function is { } function && !log.Functions.Contains(function)
            ? (JournalRefusals.UnknownFunction with { Pointer = $"#/status/{at}/function" }).With(function.Value)
        : null;
}

public static class ReportSituationEndpoint
{
    public static void MapReportSituation(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/situation", Post)
            .Command("ReportSituation", "Journal", Capability.ReportSituation)
            .Created<EventRecorded>();

    private static Task<IResult> Post(
        Command<ReportSituation> command,
        Guid crisisId,
        CommandHandler handler,
        ReferenceData reference,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<LogBook>(), reference),
            facts => JournalModule.Recorded(handler, facts),
            token
        );
}
