using System.Text.Json.Serialization;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Journal;

public static class JournalModule
{
    public static void AddJournal(this IServiceCollection services)
    {
        services.AddFeature(new Facts(JournalJson.Default).State<LogBook>(StreamKinds.Crisis), MapJournal);
        services.FollowEvents<DeadlineClock>();
    }

    private static void MapJournal(this IEndpointRouteBuilder api)
    {
        api.MapWriteEntry();
        api.MapCorrectEntry();
        api.MapReportSituation();
        api.MapReportFunctionSituation();
        api.MapGiveTask();
        api.MapCompleteTask();
    }

    /// <summary>The answer to whoever wrote in the journal: the event, by which it can be corrected or be the basis of a decision.</summary>
    internal static Answer Recorded(CommandHandler handler, IReadOnlyList<Fact> facts) =>
        handler.Created(new EventRecorded(facts[0].EventId));
}

/// <summary>What was written, as an event of the journal.</summary>
public sealed record EventRecorded(Guid EventId);

[JsonSerializable(typeof(EntryWritten))]
[JsonSerializable(typeof(EntryCorrected))]
[JsonSerializable(typeof(SituationReported))]
[JsonSerializable(typeof(FunctionSituationReported))]
[JsonSerializable(typeof(TaskGiven))]
[JsonSerializable(typeof(TaskDone))]
[JsonSerializable(typeof(TaskOverdue))]
[JsonSerializable(typeof(WriteEntry))]
[JsonSerializable(typeof(CorrectEntry))]
[JsonSerializable(typeof(ReportSituation))]
[JsonSerializable(typeof(ReportFunctionSituation))]
[JsonSerializable(typeof(GiveTask))]
[JsonSerializable(typeof(CompleteTask))]
[JsonSerializable(typeof(EventRecorded))]
[JsonSerializable(typeof(TaskCreated))]
public sealed partial class JournalJson : JsonSerializerContext;
