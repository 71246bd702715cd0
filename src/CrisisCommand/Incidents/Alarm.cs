using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Incidents;

/// <summary>Where a report or alarm came from.</summary>
public enum AlarmSource
{
    Tib,
    Jour,
    Sos,
    Staff,
    Sensor,
    Cap,
    Vma,
}

/// <summary>CAP 1.2 §3.2.1 status: who is meant to act.</summary>
public enum AlarmStatus
{
    Actual,
    Exercise,
    System,
    Test,
    Draft,
}

/// <summary>CAP 1.2 §3.2.2 severity.</summary>
public enum Severity
{
    Unknown,
    Minor,
    Moderate,
    Severe,
    Extreme,
}

/// <summary>CAP 1.2 §3.2.2 urgency.</summary>
public enum Urgency
{
    Unknown,
    Past,
    Future,
    Expected,
    Immediate,
}

/// <summary>CAP 1.2 §3.2.2 certainty.</summary>
public enum Certainty
{
    Unknown,
    Unlikely,
    Possible,
    Likely,
    Observed,
}

/// <summary>A name that another system gave: kept as it came, never parsed for meaning.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ForeignIdConverter))]
public readonly record struct ForeignId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Where a received message departs from its standard: a stable code and the place in the message.</summary>
/// <param name="Found">The term that stood there, where it is none that we know: a later standard may.</param>
public sealed record Deviation(ForeignId Code, ForeignId At, ForeignId? Found = null);

/// <summary>Why a message that came asks nobody to act any more.</summary>
public enum AlarmPassed
{
    /// <summary>What it says was to hold until a time that had passed when it came.</summary>
    Expired,

    /// <summary>CAP 1.2 §3.2.2 urgency Past: responsive action is no longer required.</summary>
    Past,

    /// <summary>CAP 1.2 §3.2.2 responseType AllClear: the event no longer poses a threat.</summary>
    AllClear,
}

/// <summary>What another info of the same message says.</summary>
public sealed record AlarmPart(
    IncidentKind Kind,
    Severity Severity,
    CommittedText? Headline,
    CommittedText? Place,
    ImmutableArray<AreaKey> Areas
);

/// <summary>When what an alarm says holds, as its sender gave it (CAP 1.2 §3.2.2); null where it does not say.</summary>
/// <param name="Effective">From when the information holds.</param>
/// <param name="Onset">When the event is expected to begin, or began.</param>
/// <param name="Expires">Until when the information holds.</param>
public sealed record AlarmTimes(DateTimeOffset? Effective, DateTimeOffset? Onset, DateTimeOffset? Expires);

/// <summary>An alarm's content as it came in.</summary>
/// <param name="Sender">With <paramref name="Identifier"/> and <paramref name="SentAt"/> the identity of the message (CAP 1.2 §3.2.1).</param>
/// <param name="Headline">Null where the message has none: a report by telephone, a cancellation without content.</param>
/// <param name="Raw">SHA-256 (hex) of the bytes as received; the bytes are found by the alarm's id.</param>
/// <param name="Instruction">What people are told to do.</param>
/// <param name="Caller">Who called it in, as a person wrote it down.</param>
/// <param name="Via">Who passed it on, where whoever sent it is not the source that it gives; null: the source itself.</param>
/// <param name="Content">
/// SHA-256 (hex) of what the message says, whichever form it came in: by this a repetition is told from other content under the same name.
/// Null in what older builds wrote.
/// </param>
/// <param name="Areas">All of ours that it touches, that of <paramref name="Area"/> first; null where that is the only one.</param>
/// <param name="Passed">Null where it asks somebody to act.</param>
/// <param name="Parts">What its other infos say; null where it has but one.</param>
/// <param name="About">
/// The events that it is about (CAP 1.2 §3.2.1 incidents), as ids of what its sender calls them, which may be any words; null where it names none.
/// </param>
/// <param name="Reach">The nearest place that it gives; null in what older builds wrote, and where it says nothing of a place.</param>
public sealed record Alarm(
    Guid AlarmId,
    AlarmSource Source,
    ForeignId Sender,
    ForeignId Identifier,
    DateTimeOffset SentAt,
    AlarmStatus Status,
    IncidentKind Kind,
    Severity Severity,
    Urgency Urgency,
    Certainty Certainty,
    AreaKey? Area,
    CommittedText? Headline,
    CommittedText Text,
    CommittedText? Place,
    DateTimeOffset? OccurredAt,
    ForeignId Raw,
    ImmutableArray<Deviation> Deviations,
    CommittedText? Instruction = null,
    CommittedText? Caller = null,
    PersonId? Via = null,
    ForeignId? Content = null,
    ImmutableArray<AreaKey>? Areas = null,
    AlarmTimes? Times = null,
    AlarmPassed? Passed = null,
    ImmutableArray<AlarmPart>? Parts = null,
    ImmutableArray<Guid>? About = null,
    AlarmReach? Reach = null
)
{
    /// <summary>A CAP message without info: it moves alarms and says nothing of what happened.</summary>
    internal bool IsBare =>
        Source is AlarmSource.Cap or AlarmSource.Vma
        && (Headline, Place, Instruction) == (null, null, null)
        && (Severity, Urgency, Certainty) == (Severity.Unknown, Urgency.Unknown, Certainty.Unknown);

    internal IEnumerable<CommittedText> Texts =>
        new[] { Headline, Text, Place, Instruction, Caller }
            .Concat((Parts ?? []).SelectMany(part => new[] { part.Headline, part.Place }))
            .OfType<CommittedText>();

    /// <summary>What a message is known by where its time is told wrongly.</summary>
    internal Guid Name => NameOf(Sender.Value, Identifier.Value);

    internal static Guid NameOf(string sender, string identifier) => Ids.Named($"alarm/name/{sender},{identifier}");

    internal static Guid EventOf(string sender, string called) => Ids.Named($"alarm/event/{sender},{called}");

    /// <summary>Every area of ours that it touches.</summary>
    internal ImmutableArray<AreaKey> AllAreas => Areas ?? (Area is { } only ? [only] : []);

    /// <summary>How it is told of what asks nobody to act any more; null of what does.</summary>
    internal string? Tense =>
        Passed switch
        {
            null => null,
            AlarmPassed.Expired => "expired",
            _ => "past",
        };

    /// <summary>The short of it: the headline, else the text.</summary>
    internal string InShort(Words words) => words.Text(Headline ?? Text);

    /// <summary>Where it comes from, and through whom: a source is only what the sender says it is.</summary>
    internal string SourceIn(Words words) =>
        Via is { } via ? words.Say("incidents.source-via", words.Of(Source), words.Person(via)) : words.Of(Source);
}
