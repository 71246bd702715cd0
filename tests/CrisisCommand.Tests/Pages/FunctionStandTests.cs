using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Pages.Cells;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Pages;

public class FunctionStandTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static BoardFunction Function(params BoardSummons[] summons) =>
        new(new("situation"), "Lägesbild", null, null, null, null, null, summons, null, null, null, null);

    private static BoardSummons Summoned(string person, int minute) =>
        new(new(person), null, 0, T0.AddMinutes(minute), T0.AddMinutes(minute + 3), null, null, null, null, null, null);

    private static void Stands(BoardFunction function, Stand stand, string? name, int? minute)
    {
        var found = FunctionStand.Of(function);
        (found.Stand, found.Name, found.Since).ShouldBe((stand, name, minute is { } m ? T0.AddMinutes(m) : null));
    }

    [Fact]
    public void Somebody_summoned() => Stands(Function(Summoned("a", 1)), Stand.Summoned, "a", 1);

    [Fact]
    public void Somebody_on_the_way() =>
        Stands(Function(Summoned("a", 1) with { Answer = SummonsAnswer.Coming }, Summoned("b", 2)), Stand.Coming, "a", 1);

    [Fact]
    public void Nobody_answered() => Stands(Function(Summoned("a", 1) with { SilentAt = T0.AddMinutes(4) }), Stand.Silent, "a", 4);

    [Fact]
    public void The_next_is_summoned_after_a_silent_one() =>
        Stands(Function(Summoned("a", 1) with { SilentAt = T0.AddMinutes(4) }, Summoned("b", 4)), Stand.Summoned, "b", 4);

    [Fact]
    public void Nobody_is_left() =>
        Stands(
            Function(Summoned("a", 1) with { Answer = SummonsAnswer.Declined }) with
            {
                VacantSince = T0.AddMinutes(5),
            },
            Stand.Vacant,
            null,
            5
        );

    [Fact]
    public void Somebody_holds_it() =>
        Stands(
            Function(Summoned("a", 1)) with
            {
                Holder = new PersonId("a"),
                HolderName = "Anna",
                HeldSince = T0.AddMinutes(9),
            },
            Stand.Held,
            "Anna",
            9
        );

    [Fact]
    public void Its_holder_does_not_answer() =>
        Stands(
            Function() with
            {
                Holder = new PersonId("a"),
                HeldSince = T0,
                HolderSilentSince = T0.AddMinutes(7),
            },
            Stand.HolderSilent,
            "a",
            7
        );

    [Fact]
    public void It_was_touched_when_anything_became_of_it_last() =>
        FunctionStand
            .Of(Function(Summoned("a", 1) with { SilentAt = T0.AddMinutes(4) }, Summoned("b", 5)))
            .Touched.ShouldBe(T0.AddMinutes(5));
}
