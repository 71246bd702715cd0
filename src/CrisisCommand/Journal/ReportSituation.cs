using System.Collections.Immutable;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Journal;

/// <summary>How an area or a function fares; neither: the crisis as a whole.</summary>
public sealed record ReportedStatus(StatusKey Status, AreaKey? Area = null, FunctionKey? Function = null, CommittedText? Text = null);

/// <summary>The common picture at one moment, in words and, where it helps, per area and function. What no line speaks of stays as it was told.</summary>
/// <param name="Text">How it all is judged.</param>
/// <param name="NextAt">When the next report comes.</param>
public sealed record ReportSituation(CommittedText Text, ImmutableArray<ReportedStatus>? Status = null, DateTimeOffset? NextAt = null)
{
    /// <summary>No crisis is silent so long on purpose: a wrong year would never be overdue.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    public Outcome Decide(LogBook log, ReferenceData reference, DateTimeOffset now)
    {
        var reported = Status ?? [];
        var fault = reported
            .Select((line, at) => FaultOf(line, at, log, reference) ?? TwiceIn(reported, at))
            .FirstOrDefault(f => f is not null);
        return log.IsStoodDown ? JournalRefusals.StoodDown
            : fault is not null ? fault
            : NextAt < now - Clock.Tolerance ? JournalRefusals.NextReportPast
            : NextAt > now + Farthest ? JournalRefusals.NextReportTooFar
            : Outcome.Happened(
                new SituationReported(Text, [.. reported.Select(r => new StatusLine(r.Area, r.Function, r.Status, r.Text))], NextAt)
            );
    }

    // Of what stands on the board somebody must be able to say that it is well again, also after a reorganisation.
    private static Refusal? FaultOf(ReportedStatus line, int at, LogBook log, ReferenceData reference) =>
        log.Picture.Has(line.Area, line.Function) ? null
        : line.Area is { } area && !reference.Knows(area)
            ? (JournalRefusals.UnknownArea with { Pointer = $"#/status/{at}/area" }).With(area.Value)
        : line.Function is { } function && !log.Functions.Contains(function)
            ? (JournalRefusals.UnknownFunction with { Pointer = $"#/status/{at}/function" }).With(function.Value)
        : null;

    private static Refusal? TwiceIn(ImmutableArray<ReportedStatus> reported, int at)
    {
        var (area, function) = (reported[at].Area, reported[at].Function);
        var field = (area, function) switch
        {
            ({ }, null) => "/area",
            (null, { }) => "/function",
            _ => "",
        };
        var twice = JournalRefusals.StatusTwice with { Pointer = $"#/status/{at}{field}" };
        return !reported.Take(at).Any(r => (r.Area, r.Function) == (area, function)) ? null
            : (area, function) is (null, null) ? twice.As("whole")
            : twice.With(string.Join(", ", new[] { function?.Value, area?.Value }.OfType<string>()));
    }
}

public static class ReportSituationEndpoint
{
    public static void MapReportSituation(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/situation", Post)
            .Command("ReportSituation", "Journal", JournalCapabilities.ReportSituation)
            .Created<EventRecorded>();

    private static Task<IResult> Post(
        Command<ReportSituation> command,
        Guid crisisId,
        CommandHandler handler,
        ReferenceData reference,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<LogBook>(), reference, command.Context.Now),
            facts => JournalModule.Recorded(handler, facts),
            token
        );
}
