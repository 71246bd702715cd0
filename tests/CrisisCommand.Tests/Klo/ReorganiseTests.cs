using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class ReorganiseTests
{
    private static readonly KloTimes Times = new();
    private static readonly PlanName Wartime = new("wartime");
    private static readonly FunctionKey Diary = new("war-diary");
    private static readonly FunctionKey Supply = new("civil-supply");
    private static readonly PlannedFunction Leads = new(Leader, Text("Krisledare"), Text("Leder"), Vd, [Vd1]);
    private static readonly PlannedFunction Writes = new(Diary, Text("Krigsdagbok"), Text("För dagboken"), Writer, [Writer1]);
    private static readonly PlannedFunction Supplies = new(Supply, Text("Försörjning"), Text("Försörjer"), Observer, [], 10);

    private static readonly Reorganise ToWar = new(Wartime, Text("Höjd beredskap"), [new(Documentation, Diary)]);

    [Fact]
    public void Holders_follow_the_mapping_and_who_is_missing_is_summoned()
    {
        var klo = After(LeaderStaffed, WriterStaffed);
        var plan = Plan(Leads, Writes, Supplies);
        var first = klo.Twice(now => ToWar.Decide(now, plan, Noon, Times)).ThenNothing();

        first.ShouldBeExactly(
            new KloReorganised(Wartime, 1, plan.CallOrders, [new(Leader, Leader), new(Documentation, Diary)], ToWar.Why),
            new FunctionSummoned(Supply, Observer, 0, Noon.AddMinutes(10))
        );
        var after = klo.Then(first);
        after.Posts.Select(p => (p.Function, p.Holder)).ShouldBe([(Leader, Vd), (Diary, Writer), (Supply, null)]);
    }

    [Fact]
    public void Who_is_on_the_way_or_asked_is_not_summoned_again()
    {
        // Nobody holds anything yet: the leader was summoned and has not answered, the writer has declined.
        var klo = After(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Declined, null));
        ToWar
            .Decide(klo, Plan(Leads, Writes), Noon, Times)
            .Events.OfType<FunctionSummoned>()
            .ShouldBe([new(Diary, Writer, 0, Noon.AddMinutes(3))]);
    }

    [Fact]
    public void A_function_of_the_same_key_follows_itself_unless_said_otherwise()
    {
        var klo = After(LeaderStaffed, WriterStaffed);
        var same = new PlannedFunction(Documentation, Text("Dokumentation"), Text("För loggen"), Observer, []);
        (ToWar with { Mapping = null })
            .Decide(klo, Plan(Leads, same), Noon, Times)
            .ShouldBeExactly(
                new KloReorganised(
                    Wartime,
                    1,
                    Plan(Leads, same).CallOrders,
                    [new(Leader, Leader), new(Documentation, Documentation)],
                    ToWar.Why
                )
            );
        // Its holder goes to the diary, so that it begins anew.
        var both = ToWar.Decide(klo, Plan(Leads, same, Writes), Noon, Times);
        both.Events.OfType<FunctionSummoned>().ShouldBe([new(Documentation, Observer, 0, Noon.AddMinutes(3))]);
        klo.Then(both).Posts.Select(p => p.Holder).ShouldBe([Vd, null, Writer]);
    }

    [Fact]
    public void A_later_version_of_the_same_plan_is_another_plan()
    {
        var plan = Plan(Leads, new PlannedFunction(Documentation, Text("Dokumentation"), Text("För loggen"), Writer, []));
        var renewed = ToWar with { Plan = PlanName.Normal, Mapping = null };
        renewed.Decide(After(), plan with { Name = PlanName.Normal, Version = 1 }, Noon, Times).ShouldBeNothing();
        renewed.Decide(After(), plan with { Name = PlanName.Normal, Version = 2 }, Noon, Times).Events[0].ShouldBeOfType<KloReorganised>();
    }

    [Fact]
    public void Nobody_loses_a_function_without_a_word()
    {
        var unmapped = ToWar with { Mapping = null };
        var refused = unmapped.Decide(After(WriterStaffed), Plan(Leads, Writes), Noon, Times);

        refused.ShouldBeRefused(EnduranceRefusals.HeldUnmapped, "#/mapping");
        refused.Refusal!.Arguments.ShouldBe(["documentation", "documentation"]);
        // Nobody holds it: it may end with the old plan.
        unmapped.Decide(After(), Plan(Leads, Writes), Noon, Times).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_mapping_with_a_fault_is_refused_at_its_place()
    {
        Refused(EnduranceRefusals.MappedFromUnknown, "#/mapping/0/from", new FunctionMoved(Unknown, Diary));
        Refused(EnduranceRefusals.MappedToUnknown, "#/mapping/0/to", new FunctionMoved(Documentation, Unknown));
        Refused(EnduranceRefusals.MappedTwice, "#/mapping/1/from", new(Documentation, Diary), new(Documentation, Supply));
        Refused(EnduranceRefusals.LeaderMapped, "#/mapping/0/to", new FunctionMoved(Leader, Diary));
        Refused(EnduranceRefusals.LeaderMapped, "#/mapping/0/from", new FunctionMoved(Documentation, Leader));
        Refused(EnduranceRefusals.MappedTwice, "#/mapping/1/to", new(Leader, Leader), new(Documentation, Leader));
    }

    [Fact]
    public void Refused_without_a_plan_and_when_all_is_over()
    {
        ToWar.Decide(After(), null, Noon, Times).ShouldBeRefused(KloRefusals.UnknownPlan with { Status = 400 }, "#/plan");
        ToWar.Decide(After(StoodDown), Plan(Leads, Writes), Noon, Times).ShouldBeRefused(KloRefusals.StoodDown);
    }

    [Fact]
    public void The_journal_follows()
    {
        var reorganised = ToWar.Decide(After(WriterStaffed), Plan(Leads, Writes, Supplies), Noon, Times).Events;
        var facts = Facts([Convened, WriterStaffed, .. reorganised]).ToList();
        Fold.Of<LogBook>(facts).Functions.ShouldBe([Leader, Diary, Supply]);
    }

    private static void Refused(Refusal refusal, string pointer, params FunctionMoved[] mapping) =>
        (ToWar with { Mapping = [.. mapping] })
            .Decide(After(), Plan(Leads, Writes, Supplies), Noon, Times)
            .ShouldBeRefused(refusal, pointer);

    private static KloPlan Plan(params PlannedFunction[] functions) =>
        new()
        {
            Name = Wartime,
            Version = 1,
            Functions = [.. functions],
        };
}
