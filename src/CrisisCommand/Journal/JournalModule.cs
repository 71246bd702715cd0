using System.Text.Json.Serialization;
using CrisisCommand.Platform;

namespace CrisisCommand.Journal;

public static class JournalModule
{
    public static void AddJournal(this IServiceCollection services) =>
        services.AddSingleton(
            new Facts()
                .Event<EntryWritten>("entry_written", StreamKinds.Crisis)
                .Event<EntryCorrected>("entry_corrected", StreamKinds.Crisis)
                .Event<SituationReported>("situation_reported", StreamKinds.Crisis)
                .Event<TaskGiven>("task_given", StreamKinds.Crisis)
                .Event<TaskDone>("task_done", StreamKinds.Crisis)
                .State<LogBook>(StreamKinds.Crisis)
                .Json(JournalJson.Default)
        );
}

[JsonSerializable(typeof(EntryWritten))]
[JsonSerializable(typeof(EntryCorrected))]
[JsonSerializable(typeof(SituationReported))]
[JsonSerializable(typeof(TaskGiven))]
[JsonSerializable(typeof(TaskDone))]
public sealed partial class JournalJson : JsonSerializerContext;
