using System.Collections.Immutable;
using CrisisCommand.Alerts;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Notifications;

/// <summary>Which bound on messages was reached.</summary>
public enum MessageBound
{
    /// <summary>About one sender's alarms, to one person.</summary>
    Sender,

    /// <summary>About alarms, to one person.</summary>
    Person,

    /// <summary>About alarms, in all.</summary>
    All,
}

/// <summary>One alert of a person.</summary>
/// <param name="Version">Of the fact that the person was alerted, in the alert's stream.</param>
public sealed record PersonsAlert(Guid Incident, long Version, IncidentKind Kind);

/// <summary>How many of a kind.</summary>
public sealed record KindCount(IncidentKind Kind, int Count);

/// <summary>An alert is told in a message of its own.</summary>
/// <param name="Batch">The news that brought it; null: it was held back, and stayed the only one.</param>
/// <param name="Alone">The how manieth with a message of its own since it was quiet.</param>
/// <param name="Summaries">How many held-back messages there were since it was quiet.</param>
[StoredAs("alert_told", StreamKinds.Gathering)]
public sealed record AlertTold(
    PersonId Sender,
    PersonId Person,
    AlertWeight Weight,
    Guid? Batch,
    PersonsAlert Alert,
    int Alone,
    int Summaries
) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Sender), words.Person(Person), words.Kind(Alert.Kind));
}

/// <summary>Alerts follow others of the same sender too soon for messages of their own: they wait for the next summary.</summary>
/// <param name="Batch">The news that brought them.</param>
/// <param name="Opens">They are the first that wait.</param>
/// <param name="Until">When they are told at the earliest.</param>
[StoredAs("alerts_held_back", StreamKinds.Gathering)]
public sealed record AlertsHeldBack(
    PersonId Sender,
    PersonId Person,
    AlertWeight Weight,
    Guid Batch,
    ImmutableArray<PersonsAlert> Alerts,
    bool Opens,
    DateTimeOffset Until
) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, Alerts.Length, words.Person(Sender), words.Person(Person), words.Time(Until));
}

/// <summary>What was held back is told in one line.</summary>
/// <param name="Open">Those of them that nobody has taken; none: nobody needs to be told.</param>
/// <param name="Since">When the person was told last.</param>
/// <param name="AnswerBy">Until when one message is followed by a louder one.</param>
/// <param name="Summaries">How many there were since it was quiet.</param>
[StoredAs("alerts_summed_up", StreamKinds.Gathering)]
public sealed record AlertsSummedUp(
    PersonId Sender,
    PersonId Person,
    AlertWeight Weight,
    int Count,
    int Open,
    DateTimeOffset Since,
    ImmutableArray<KindCount> Kinds,
    DateTimeOffset AnswerBy,
    int Summaries
) : IDomainEvent
{
    public string InWords(Words words) =>
        words.SayVariant(
            this,
            Open > 0 ? "told" : "settled",
            Count,
            words.Person(Sender),
            words.Person(Person),
            words.Time(Since),
            string.Join(", ", Kinds.Select(k => $"{words.Kind(k.Kind)} {k.Count}"))
        );
}

/// <summary>A bound on messages is reached: what is held back waits longer, counted.</summary>
/// <param name="Limit">Messages an hour.</param>
/// <param name="IsNews">Nobody was told of this sender's and person's bounds lately: those who run the system are now.</param>
[StoredAs("alert_messages_bounded", StreamKinds.Gathering)]
public sealed record AlertMessagesBounded(
    PersonId Sender,
    PersonId Person,
    AlertWeight Weight,
    MessageBound Bound,
    int Limit,
    bool IsNews,
    DateTimeOffset Until
) : IDomainEvent
{
    public string InWords(Words words) =>
        words.Say(this, words.Of(Bound), Limit, words.Person(Sender), words.Person(Person), words.Time(Until));
}
