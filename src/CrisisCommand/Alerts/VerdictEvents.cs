using CrisisCommand.AlarmRules;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

/// <summary>An alarm wakes nobody, by the company's own rule: it is an incident, stands among the open ones, and is judged anew with its next message.</summary>
[StoredAs("alarm_logged", StreamKinds.Alert)]
public sealed record AlarmLogged(Guid Incident, AppliedRule Rule) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Rule.Name is { } name ? [name] : [];

    public string InWords(Words words) => words.Say(this, Rule.NameIn(words));
}

/// <summary>Who leads by plan is told of an alarm beside its path, for information: no answer is waited for, and no turn is theirs by it.</summary>
/// <param name="Origin">Of the alarm.</param>
[StoredAs("leader_informed", StreamKinds.Alert)]
public sealed record LeaderInformed(Guid Incident, PersonId Person, AlertOrigin Origin, AppliedRule Rule) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Rule.Name is { } name ? [name] : [];

    public string InWords(Words words) => words.Say(this, words.Person(Person), Rule.NameIn(words));
}
