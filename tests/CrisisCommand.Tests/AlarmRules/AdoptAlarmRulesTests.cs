using CrisisCommand.AlarmRules;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.AlarmRules.RuleGiven;

namespace CrisisCommand.Tests.AlarmRules;

public class AdoptAlarmRulesTests
{
    private static readonly AdoptAlarmRules Mild = Adopt(
        Rule("Lindrigt", new(Severities: [Severity.Minor, Severity.Moderate], Areas: [Ragsved, Skarholmen]), AlarmVerdict.Log),
        Rule("Övriga", Any)
    );

    [Fact]
    public void Rules_are_adopted_once() =>
        AlarmRuleBook
            .Initial.Twice(book => Mild.Decide(book, Names(Mild), Story.Areas))
            .ThenNothing()
            .ShouldBeExactly(new AlarmRulesAdopted(Mild.Rules));

    [Fact]
    public void The_same_in_another_order_is_no_new_version_and_another_word_is()
    {
        var book = Story.State<AlarmRuleBook>(new AlarmRulesAdopted(Mild.Rules));
        var turned = Mild.Rules[0] with
        {
            When = new(Areas: [Skarholmen, Ragsved], Severities: [Severity.Moderate, Severity.Minor], Kinds: []),
        };
        Decide(book, Mild, turned, Mild.Rules[1]).ShouldBeNothing();
        Decide(book, Mild, Mild.Rules[0] with { Name = Story.Text("Milt") }, Mild.Rules[1]).Events.Length.ShouldBe(1);
        Decide(book, Mild, Mild.Rules[0] with { Then = AlarmVerdict.CallAndInform }, Mild.Rules[1]).Events.Length.ShouldBe(1);
        Decide(book, Mild, Mild.Rules[0] with { When = Mild.Rules[0].When with { Elsewhere = false } }, Mild.Rules[1])
            .Events.Length.ShouldBe(1);
    }

    [Fact]
    public void A_version_is_known_with_who_adopted_it_and_when()
    {
        var book = Story.State<AlarmRuleBook>(new AlarmRulesAdopted(Mild.Rules), new AlarmRulesAdopted([Mild.Rules[1]]));
        (book.Version, book.AdoptedBy, book.AdoptedAt, book.Rules.Length).ShouldBe((2L, Story.Vd, Story.At(2), 1));
        (AlarmRuleBook.Initial.Version, AlarmRuleBook.Initial.AdoptedBy).ShouldBe((0L, null));
    }

    [Fact]
    public void What_leaves_alarms_unmatched_is_refused_with_one_of_them()
    {
        Refused(AlarmRulesRefusals.Unmatched, "#/rules");
        var refusal = Refused(AlarmRulesRefusals.Unmatched, "#/rules", Rule("Grovt", new(Severities: [Severity.Severe, Severity.Extreme])));
        Example(refusal)["severity"].ShouldBe("unknown");
        Refused(
            AlarmRulesRefusals.Unmatched,
            "#/rules",
            Rule("Dag", new(Between: Between(6, 22))),
            Rule("Natt", new(Between: Between(22, 5)))
        )
            .Arguments[^1]
            .ShouldEndWith("at 05:00");
    }

    [Fact]
    public void What_never_decides_is_refused_with_what_takes_it()
    {
        var refusal = Refused(
            AlarmRulesRefusals.NeverApplied,
            "#/rules/1",
            Rule("Allt", Any),
            Rule("Rågsved", new(Areas: [Ragsved]), AlarmVerdict.Log)
        );
        Example(refusal)["area"].ShouldBe("ragsved");
        refusal.Arguments.Take(2).ShouldBe(["Rågsved (rules[1])", "Allt (rules[0])"]);
        // Two together cover what neither does.
        Refused(
            AlarmRulesRefusals.NeverApplied,
            "#/rules/2",
            Rule("Dag", new(Between: Between(6, 22))),
            Rule("Natt", new(Between: Between(22, 6))),
            Rule("Sedan", new(Kinds: [new("fire")]))
        );
    }

    [Fact]
    public void What_says_otherwise_of_the_same_alarms_is_refused_as_that()
    {
        Refused(
            AlarmRulesRefusals.Contradicting,
            "#/rules/1",
            Rule("Rågsved", new(Areas: [Ragsved])),
            Rule("Rågsved tyst", new(Areas: [Ragsved], Kinds: []), AlarmVerdict.Log),
            Rule("Övriga", Any)
        );
        Refused(
            AlarmRulesRefusals.NeverApplied,
            "#/rules/1",
            Rule("Rågsved", new(Areas: [Ragsved])),
            Rule("Rågsved igen", new(Areas: [Ragsved])),
            Rule("Övriga", Any)
        );
    }

    [Fact]
    public void What_is_misnamed_unknown_or_too_much_is_refused_by_its_place()
    {
        Refused(AlarmRulesRefusals.NameTwice, "#/rules/1/name", Rule("Alla", new(Areas: [Ragsved])), Rule("ALLA ", Any));
        Refused(AlarmRulesRefusals.NameInvalid, "#/rules/0/name", Rule("En\nrad", Any));
        Refused(AlarmRulesRefusals.NameInvalid, "#/rules/0/name", Rule(new string('n', AdoptAlarmRules.LongestName + 1), Any));
        Refused(AlarmRulesRefusals.NameInvalid, "#/rules/0/name", new AlarmRule(null, Any, AlarmVerdict.Call));
        Refused(AlarmRulesRefusals.HoursEmpty, "#/rules/0/when/between", Rule("Alla", new(Between: Between(6, 6))));
        var unknown = Refused(
            AlarmRulesRefusals.UnknownArea,
            "#/rules/1/when/areas/1",
            Rule("A", Any),
            Rule("B", new(Areas: [Ragsved, new("mars")]))
        );
        unknown.Arguments.ShouldBe(["mars", "rules[1].when.areas[1]"]);
        Refused(AlarmRulesRefusals.UnknownKind, "#/rules/0/when/kinds/0", Rule("A", new(Kinds: [new("meteor")])));
        Refused(
            AlarmRulesRefusals.TooMany,
            "#/rules",
            [.. Enumerable.Range(0, AdoptAlarmRules.MostRules + 1).Select(i => Rule($"Regel {i}", Any))]
        );
    }

    private static Refusal Refused(Refusal refusal, string pointer, params AlarmRule[] rules)
    {
        var outcome = Adopt(rules).Decide(AlarmRuleBook.Initial, [], Story.Areas);
        outcome.ShouldBeRefused(refusal, pointer);
        return outcome.Refusal!;
    }

    private static Outcome Decide(AlarmRuleBook book, AdoptAlarmRules inForce, params AlarmRule[] rules) =>
        Adopt(rules).Decide(book, Names(inForce), Story.Areas);

    private static Dictionary<string, string> Example(Refusal refusal) => (Dictionary<string, string>)refusal.Members["example"];
}
