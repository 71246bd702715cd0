using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.AlarmRules;

/// <summary>The company says anew who is woken by what. Alarms that came before keep the verdict that they were given.</summary>
/// <param name="Rules">In order: the first that holds decides.</param>
[StoredAs("alarm_rules_adopted", StreamKinds.AlarmRules)]
public sealed record AlarmRulesAdopted(ImmutableArray<AlarmRule> Rules) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Rules.Select(r => r.Name).OfType<CommittedText>();

    public string InWords(Words words) => words.Say(this, Rules.Length);
}

/// <summary>The rule that decided about an alarm, as it was then: pinned to the alarm, whatever is adopted since.</summary>
/// <param name="Alarm">The message that was judged.</param>
/// <param name="Version">Of the rules; 0 for the product's own.</param>
/// <param name="Number">The how manieth of them, from 1.</param>
/// <param name="Name">Null for the product's own.</param>
public sealed record AppliedRule(Guid Alarm, long Version, int Number, CommittedText? Name, AlarmVerdict Verdict)
{
    /// <summary>What people call it.</summary>
    public string NameIn(Words words) => AlarmRuleWords.NameOf(Name, Number, words);
}
