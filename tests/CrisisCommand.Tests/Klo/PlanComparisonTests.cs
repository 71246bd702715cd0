using CrisisCommand.Klo;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class PlanComparisonTests
{
    private static readonly PlannedFunction Leads = new(Leader, Text("Krisledare"), Text("Leder"), Vd, [Vd1, Writer]);
    private static readonly PlannedFunction Writes = new(Documentation, Text("Dokumentation"), Text("För loggen"), Writer, [Writer1]);

    [Fact]
    public void The_same_words_committed_to_anew_are_no_change()
    {
        var again = new PlannedFunction(Leader, Text("Krisledare"), Text("Leder"), Vd, [Vd1, Writer]);
        var compared = Compare([Leads], [again]);
        compared.Kept.ShouldBe([Leader]);
        (compared.Changed.Count, compared.Added.Count, compared.Removed.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Functions_come_and_go()
    {
        var compared = Compare([Leads, Writes], [Leads, Writes with { Key = Unknown }]);
        compared.Added.ShouldBe([Unknown]);
        compared.Removed.ShouldBe([Documentation]);
        compared.Kept.ShouldBe([Leader]);
        compared.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_another_in_a_function_is_named()
    {
        var renamed = Writes with
        {
            Name = Text("Krigsdagbok"),
            Mandate = Text("För dagboken"),
            Holder = Observer,
            AnswerWithinMinutes = 10,
        };
        var change = Compare([Writes], [renamed]).Changed.ShouldHaveSingleItem();
        (change.Name, change.Mandate, change.Holder, change.AnswerWithinMinutes).ShouldBe(
            (new("Dokumentation", "Krigsdagbok"), new("För loggen", "För dagboken"), new(Writer, Observer), new(null, 10))
        );
        (change.DeputiesAdded.Count, change.DeputiesRemoved.Count, change.DeputiesReordered).ShouldBe((0, 0, false));
    }

    [Fact]
    public void Deputies_come_go_and_change_places()
    {
        Changed(Vd1, Writer, Observer).ShouldBe("+observer");
        Changed(Writer).ShouldBe("-vd-1");
        Changed(Writer, Vd1).ShouldBe("reordered");
        Changed(Writer, Observer, Vd1).ShouldBe("+observer reordered");
        Changed(Observer, Writer).ShouldBe("+observer -vd-1");
    }

    private static string Changed(params PersonId[] deputies)
    {
        var change = Compare([Leads], [Leads with { Deputies = [.. deputies] }]).Changed.ShouldHaveSingleItem();
        var (added, removed) = (change.DeputiesAdded.Select(p => $"+{p}"), change.DeputiesRemoved.Select(p => $"-{p}"));
        return string.Join(' ', [.. added, .. removed, .. change.DeputiesReordered ? new[] { "reordered" } : []]);
    }

    private static PlanComparison Compare(PlannedFunction[] from, PlannedFunction[] to) =>
        PlanComparison.Of(new KloPlan { Functions = [.. from] }, new KloPlan { Functions = [.. to] }, new Words(Words.Swedish));
}
