using CrisisCommand.AlarmRules;
using FsCheck.Xunit;

namespace CrisisCommand.Tests.AlarmRules;

/// <summary>What is said of rules, held against the alarms themselves.</summary>
[Properties(Arbitrary = [typeof(RuleDice)], QuietOnSuccess = true)]
public class AlarmRuleSpaceTests
{
    private const int Runs = 3_000;

    [Property(MaxTest = Runs, Replay = "20261129,801")]
    public void An_alarm_said_to_be_unmatched_is_matched_by_no_rule(AlarmRule[] rules) =>
        (Space(rules).Unmatched is { } example && rules.Any(r => r.When.Holds(example.Traits))).ShouldBeFalse();

    [Property(MaxTest = Runs, Replay = "20261129,803")]
    public void Where_none_is_said_to_be_every_alarm_has_exactly_one_rule(AlarmRule[] rules, AlarmTraits alarm)
    {
        if (Space(rules).Unmatched is null)
        {
            var book = AlarmRuleBook.Initial with { Rules = [.. rules], Version = 7 };
            var applied = book.Apply(alarm, Story.Id(1));
            var first = Array.FindIndex(rules, r => r.When.Holds(alarm));
            (applied.Number, applied.Version, applied.Verdict).ShouldBe((first + 1, 7L, rules[first].Then));
        }
    }

    [Property(MaxTest = Runs, Replay = "20261129,805")]
    public void A_rule_said_never_to_decide_holds_for_its_example_and_an_earlier_one_decides(AlarmRule[] rules)
    {
        if (Space(rules).NeverApplied is var (never, earlier, example))
        {
            rules[never].When.Holds(example.Traits).ShouldBeTrue();
            Array.FindIndex(rules, r => r.When.Holds(example.Traits)).ShouldBe(earlier);
            earlier.ShouldBeLessThan(never);
        }
    }

    [Property(MaxTest = Runs, Replay = "20261129,807")]
    public void No_alarm_is_decided_by_the_rule_that_is_said_never_to(AlarmRule[] rules, AlarmTraits alarm) =>
        (Space(rules).NeverApplied is var (never, _, _) && Array.FindIndex(rules, r => r.When.Holds(alarm)) == never).ShouldBeFalse();

    /// <summary>The dice throw what the properties are about: else they would hold of nothing.</summary>
    [Fact]
    public void The_dice_throw_gaps_covers_and_whole_sets()
    {
        var thrown = FsCheck.Fluent.Gen.Sample(RuleDice.Rules().Generator, 500, 20).Select(Space).ToList();

        thrown.Count(s => s.Unmatched is not null).ShouldBeGreaterThan(50);
        thrown.Count(s => s.NeverApplied is not null).ShouldBeGreaterThan(50);
        thrown.Count(s => s.Unmatched is null).ShouldBeGreaterThan(20);
    }

    /// <summary>The longest list that is taken, of rules that tell everything apart.</summary>
    [Fact]
    public void The_longest_list_is_walked_through_in_a_moment()
    {
        var rules = Enumerable
            .Range(0, AdoptAlarmRules.MostRules)
            .Select(i =>
                RuleGiven.Rule(
                    $"Regel {i}",
                    new(
                        Kinds: [Story.Areas.Kinds[i % 15]],
                        Areas: [Story.Areas.Areas[i % 6].Key],
                        Severities: [(CrisisCommand.Incidents.Severity)(i % 5)],
                        Urgencies: [(CrisisCommand.Incidents.Urgency)(i / 5 % 5)],
                        Sources: [(CrisisCommand.Incidents.AlarmSource)(i % 7)],
                        Between: new(new(i * 20), new((i * 20) + 10))
                    )
                )
            )
            .ToArray();

        Space(rules).Unmatched.ShouldNotBeNull();
        Space([.. rules.Take(49), RuleGiven.Rule("Alla", RuleGiven.Any)]).Unmatched.ShouldBeNull();
    }

    private static AlarmRuleSpace Space(AlarmRule[] rules) => new([.. rules], Story.Areas);
}
