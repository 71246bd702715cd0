using CrisisCommand.Alarms;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

/// <summary>When something happened, as whoever writes it down says: one rule for the journal of a crisis, over all commands that take such a time.</summary>
public class OccurrenceTests
{
    private static readonly Capacity Leading = new(FunctionKey.CrisisLeader, ActingMandate.Appointed);
    private static readonly DecisionTaken Taken = new(1, Text("Utrym"), Text("Rök"), [], null, null, null, null, null, At(3), null);
    private static readonly EntryWritten Entry = new(At(4), Text("Rök"), EntryCategory.Observation, null);

    /// <summary>With and without a reason; a correction always has one.</summary>
    private static readonly Dictionary<Type, Func<DateTimeOffset, CommittedText?, Outcome>> InTheJournal = new()
    {
        [typeof(TakeDecision)] = (at, why) =>
            new TakeDecision(Text("Utrym"), Text("Rök"), DecidedAt: at, LateReason: why).Decide(
                State<DecisionLog>(Led),
                State<KloActivation>(Led),
                Leading,
                At(120),
                new()
            ),
        [typeof(ReviseDecision)] = (at, why) =>
            new ReviseDecision(Text("Utrym"), Text("Rök"), Text("Fel hus"), DecidedAt: at, LateReason: why).Decide(
                State<DecisionLog>([.. Led, Taken]),
                1,
                State<KloActivation>(Led),
                Leading,
                At(120),
                new()
            ),
        [typeof(WriteEntry)] = (at, why) => new WriteEntry(Text("Rök"), at, LateReason: why).Decide(State<LogBook>(Led), At(120)),
        [typeof(CorrectEntry)] = (at, _) =>
            new CorrectEntry(Text("Ånga"), Text("Hörde fel"), at).Decide(State<LogBook>([.. Led, Entry]), Id(3), At(120)),
    };

    /// <summary>
    /// What comes from outside tells of when as it knows it: it is written down at once, and an alarm is never refused for the age of what it
    /// tells.
    /// </summary>
    private static readonly Dictionary<Type, Func<DateTimeOffset, Outcome>> News = new()
    {
        [typeof(ReportIncident)] = at => new ReportIncident(new("fire"), Text("Trapphus"), Text("Rök"), null, at).Decide(Areas, At(120)),
        [typeof(AddIncidentReport)] = at =>
            new AddIncidentReport(Text("Lågor"), at).Decide(
                State<Incident>(new IncidentReported(new("fire"), Text("Trapphus"), null, null, Text("Rök"))),
                At(120)
            ),
    };

    /// <summary>A machine's clock may say anything, and its alarm counts all the same, unless it tells of what is to come.</summary>
    private static readonly Type[] ByMachines = [typeof(ReceiveTypedAlarm)];

    public static TheoryData<Type> Commands => [.. InTheJournal.Keys];

    [Fact]
    public void Every_command_that_takes_such_a_time_is_listed() =>
        typeof(WriteEntry)
            .Assembly.GetTypes()
            .Where(t =>
                t.GetMethods().Any(m => m.Name is "Decide" or "Refuse") && t.GetProperties().Any(p => p.Name is "OccurredAt" or "DecidedAt")
            )
            .ShouldBe(InTheJournal.Keys.Concat(News.Keys).Concat(ByMachines), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_rule_holds(Type command)
    {
        var decide = InTheJournal[command];
        CodeOf(decide(At(122), null)).ShouldEndWith(".in-the-future");
        CodeOf(decide(Noon.AddYears(-11), Text("Glömd"))).ShouldEndWith(".too-long-ago");
        decide(Noon.AddYears(-9), Text("Glömd")).Refusal.ShouldBeNull();
        decide(At(105), null).Refusal.ShouldBeNull();
        if (command != typeof(CorrectEntry))
        {
            CodeOf(decide(At(104), null)).ShouldEndWith(".late-reason-required");
        }
    }

    [Fact]
    public void News_may_be_old_and_is_not_of_a_clock_that_was_never_set()
    {
        foreach (var tell in News.Values)
        {
            CodeOf(tell(At(122))).ShouldBe("incidents.in-the-future");
            CodeOf(tell(Noon.AddYears(-11))).ShouldBe("incidents.too-long-ago");
            tell(Noon.AddYears(-9)).Refusal.ShouldBeNull();
        }
    }

    private static string CodeOf(Outcome outcome) => outcome.Refusal.ShouldNotBeNull().Code;
}
