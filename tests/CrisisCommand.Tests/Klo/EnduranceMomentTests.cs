using CrisisCommand.Klo;
using CrisisCommand.Klo.Endurance;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class EnduranceMomentTests
{
    private static readonly IDomainEvent[] Night =
    [
        Convened,
        new FunctionSummoned(Documentation, Writer1, 1, Noon),
        new SummonsAnswered(Documentation, Writer1, SummonsAnswer.Coming, Noon.AddHours(2)),
        LeaderSummoned,
        new SummonsAnswered(Leader, Vd, SummonsAnswer.Coming, Noon.AddHours(1)),
        LeaderStaffed,
        new FunctionStaffed(Documentation, Vd, Mandate.Appointed),
        new ReliefPlanned(Leader, Vd1, Noon.AddHours(1)),
        new ReliefPlanned(Documentation, Writer, Noon.AddHours(3)),
    ];

    [Fact]
    public void Who_is_coming_comes_in_order_of_time() =>
        Moment(Noon, Night)
            .Coming()
            .ShouldBe([
                new(Noon.AddHours(1), Vd1, Leader, ComingBy.Relief),
                new(Noon.AddHours(2), Writer1, Documentation, ComingBy.Summons),
                new(Noon.AddHours(3), Writer, Documentation, ComingBy.Relief),
            ]);

    [Fact]
    public void Who_does_not_say_when_comes_last_and_who_did_not_come_is_not_coming()
    {
        var vague = new SummonsAnswered(Documentation, Writer1, SummonsAnswer.Coming, null);
        Moment(Noon, [.. Night, vague]).Coming().Last().ShouldBe(new(null, Writer1, Documentation, ComingBy.Summons));
        Moment(Noon, [.. Night, new ArrivalOverdue(Documentation, Writer1)]).Coming().ShouldNotContain(c => c.Person == Writer1);
        Moment(Noon, [.. Night, StoodDown]).Coming().ShouldBeEmpty();
    }

    [Fact]
    public void A_person_in_two_functions_is_seen()
    {
        var several = Moment(Noon, Night).Several().ShouldHaveSingleItem();
        several.Person.ShouldBe(Vd);
        several.Functions.ShouldBe([Leader, Documentation]);
        Moment(Noon, [.. Night, new HandoverAccepted(Documentation, Vd, Writer, Mandate.Holder)]).Several().ShouldBeEmpty();
    }

    [Fact]
    public void Time_in_function_is_counted_against_the_limit()
    {
        // Eight hours, as the manual has it.
        var shown = Show(Noon.AddHours(7.5), Night).Functions[0];
        (shown.SecondsInFunction, shown.WarnAt, shown.LimitAt, shown.Exceeded, shown.Warned).ShouldBe(
            (7.5 * 3600, Noon.AddHours(7), Noon.AddHours(8), false, false)
        );
        Show(Noon.AddHours(8), Night).Functions[0].Exceeded.ShouldBeTrue();
        Show(Noon, [.. Night, new EnduranceWarned(Leader, Vd, Noon.AddHours(12))]).Functions[0].Warned.ShouldBeTrue();
        // Stood down at noon: nobody's hours grow after that.
        Show(Noon.AddHours(20), [.. Night, StoodDown]).Functions[0].SecondsInFunction.ShouldBe(0);
    }

    [Fact]
    public void Who_returns_is_seen_with_the_rest_that_they_had()
    {
        IDomainEvent[] relieved =
        [
            .. Night,
            new HandoverAccepted(Documentation, Vd, Writer, Mandate.Holder),
            new HandoverAccepted(Documentation, Writer, Writer1, Mandate.Deputy),
        ];
        var relief = new ReliefPlanned(Documentation, Writer, Noon.AddHours(5));
        Show(Noon.AddHours(4), [.. relieved, relief]).Functions[1].Reliefs.ShouldBe([new ReliefShown(Writer, relief.At, 4 * 3600)]);
        // The CEO left one function, and is not at rest: they hold another.
        Show(Noon.AddHours(4), [.. relieved, relief with { Person = Vd }])
            .Functions[1]
            .Reliefs.ShouldBe([new ReliefShown(Vd, relief.At, null)]);
    }

    [Fact]
    public void Time_in_function_follows_another_plan()
    {
        var reorganised = new KloReorganised(
            new("wartime"),
            1,
            [new(Leader, [Vd]), new(Unknown, [Writer])],
            [new(Leader, Leader)],
            Text("Skäl")
        );
        var time = Fold.Of<TimeInFunction>(Facts([.. Night, new HandoverAccepted(Documentation, Vd, Writer, Mandate.Holder), reorganised]));
        time.LeftAt.Keys.ShouldBe([Vd, Writer], ignoreOrder: true);
    }

    private static EnduranceShown Show(DateTimeOffset now, IDomainEvent[] events) =>
        Moment(now, events).Show(Guid.Empty, 1, key => key.Value, new(Words.Swedish));

    private static EnduranceMoment Moment(DateTimeOffset now, IDomainEvent[] events) =>
        new(Fold.Of<KloActivation>(Facts(events)), Fold.Of<TimeInFunction>(Facts(events)), new(), now);
}
