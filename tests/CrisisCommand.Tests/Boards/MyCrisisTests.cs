using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Boards;

public class MyCrisisTests
{
    private static readonly PersonId Analyst = new("situation");
    private static readonly PersonId Deputy = new("situation-1");

    private static readonly IDomainEvent[] Declared =
    [
        new CrisisDeclared(new("fire"), Text("Brand"), Text("Hot mot liv"), PlanName.Normal, 1, null, []),
        .. Led,
    ];

    [Fact]
    public void Tasks_and_decisions_are_those_of_the_functions_that_one_acts_in_the_most_urgent_first()
    {
        IDomainEvent[] given =
        [
            .. Declared,
            Given(1, Situation, null),
            Given(2, Situation, At(90)),
            Given(3, Situation, At(60)),
            Given(4, FunctionKey.CrisisLeader, At(30)),
            Decided(1, Situation, null),
            Decided(2, Situation, At(60)),
            Decided(3, null, At(10)),
            new TaskDone(Id(2), Text("Klart")),
        ];

        var mine = Mine(Analyst, given);
        mine.Tasks.Select(t => t.TaskId).ShouldBe([Id(3), Id(1)]);
        mine.Decisions.Select(d => (d.Number, d.ExecutorName, d.By))
            .ShouldBe([(2, "Lägesbild och analys", Vd), (1, "Lägesbild och analys", Vd)]);
        mine.Persons.Keys.ShouldContain(Vd);

        // The ordinary holder acts until somebody is in place; then whoever is.
        var passed = given.Append(new FunctionStaffed(Situation, Deputy, Mandate.Deputy)).ToArray();
        Mine(Analyst, passed).Tasks.ShouldBeEmpty();
        Mine(Deputy, passed).Tasks.Count.ShouldBe(2);
        Mine(Analyst, [.. given, new KloStoodDown(Text("Över"))]).Tasks.ShouldBeEmpty();
    }

    [Fact]
    public void Everybody_sees_who_leads_and_whether_that_is_for_the_time_being()
    {
        Mine(Analyst, Declared).Leader.ShouldBe(new(Vd, "Person vd", Acting: false));
        Mine(Analyst, Declared[..^1]).Leader.ShouldBe(new(Vd, "Person vd", Acting: true));
    }

    private static MyCrisis Mine(PersonId me, IDomainEvent[] events) =>
        MyCrisisWording.Show(
            Id(70),
            Fold.Of<Board>(Of(events)),
            me,
            new Words(Words.Swedish, nameOf: p => p == Vd || p == Analyst || p == Deputy ? $"Person {p}" : null)
        );

    private static TaskGiven Given(int id, FunctionKey function, DateTimeOffset? due) => new(Id(id), Text("Ring"), function, due, null);

    private static DecisionTaken Decided(int number, FunctionKey? executor, DateTimeOffset? due) =>
        new(number, Text("Utrym"), Text("Rök"), [], null, null, null, executor, due, At(1), null);
}
