using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Journal;

/// <summary>
/// Whoever holds a function tells how it fares, as a whole or in one area. It says nothing of anything else, and is no judgement of it all:
/// the overall report, and when the next one comes, stand as they were told.
/// </summary>
public sealed record ReportFunctionSituation(StatusKey Status, CommittedText Text, AreaKey? Area = null)
{
    public Outcome Decide(LogBook log, FunctionKey function, ReferenceData reference) =>
        log.IsStoodDown ? JournalRefusals.StoodDown
        // As with the whole: of what stands on the board it can be said that it is well again, whatever plan and areas say now.
        : log.Picture.Has(Area, function) ? Told(function)
        : !log.Functions.Contains(function) ? KloRefusals.UnknownFunction.With(function.Value)
        : Area is { } area && !reference.Knows(area) ? (JournalRefusals.UnknownArea with { Pointer = "#/area" }).With(area.Value)
        : Told(function);

    private Outcome Told(FunctionKey function) => Outcome.Happened(new FunctionSituationReported(function, Status, Text, Area));
}

public static class ReportFunctionSituationEndpoint
{
    public static void MapReportFunctionSituation(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/situation", Post)
            .Command("ReportFunctionSituation", "Journal", JournalCapabilities.ReportFunctionSituation)
            .OrElse(JournalCapabilities.ReportSituation)
            .Created<EventRecorded>();

    private static Task<IResult> Post(
        Command<ReportFunctionSituation> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        ReferenceData reference,
        CancellationToken token
    ) =>
        handler.Handle(
            // Who reports how it all fares may say it of each function as well.
            command.Context.DemandingOneOf(_ =>
                [(JournalCapabilities.ReportFunctionSituation, function), (JournalCapabilities.ReportSituation, null)]
            ),
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<LogBook>(), function, reference),
            facts => JournalModule.Recorded(handler, facts),
            token
        );
}
