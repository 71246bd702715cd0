using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Incidents;

/// <summary>An incident as its readers see it, in lists and alone.</summary>
/// <param name="Kind">For an alarm of others a suggestion only: their categories are not ours.</param>
/// <param name="Text">What was said of it: in its alarm's own words, or our own people's first.</param>
/// <param name="Verified">Null until somebody has looked.</param>
/// <param name="Cancelled">Ended by its sender, when nobody of ours had verified it.</param>
/// <param name="OccurredAt">In the world, as given; null where nobody said.</param>
public sealed record IncidentShown(
    Guid IncidentId,
    IncidentKind Kind,
    AreaKey? Area,
    string? Place,
    string? Headline,
    string? Text,
    string? Instruction,
    Severity Severity,
    AlarmSource Source,
    AlarmStatus Status,
    bool Actionable,
    bool? Verified,
    bool Open,
    bool Cancelled,
    bool Closed,
    DateTimeOffset ReportedAt,
    DateTimeOffset? OccurredAt,
    IReadOnlyList<Guid> Alarms,
    IReadOnlyList<Guid> Crises
)
{
    /// <summary>All of our areas that it touches, <see cref="Area"/> first.</summary>
    public IReadOnlyList<AreaKey> Areas { get; init; } = [];

    /// <summary>When the event is expected to begin, or began, as its sender gave it.</summary>
    public DateTimeOffset? Onset { get; init; }

    /// <summary>Until when what its sender said holds. It passes without anybody doing anything: the incident stays open.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Why its sender asks nobody to act any more; null while they do.</summary>
    public AlarmPassed? Passed { get; init; }

    /// <summary>The newest that was told of it; null only for what an older build stored and nothing was told of since.</summary>
    public LatestShown? Latest { get; init; }

    /// <summary>Its sender took it back, and nobody has said since that it goes on. One that we had verified is open all the same.</summary>
    public bool CancelledBySender { get; init; }

    /// <summary>Who passed the first alarm on, where that is not the source itself.</summary>
    public PersonId? Via { get; init; }

    /// <summary>Which it is once more; null where it is one of its own.</summary>
    public Guid? DuplicateOf { get; init; }

    /// <summary>Those that are this one once more.</summary>
    public IReadOnlyList<Guid> Duplicates { get; init; } = [];

    /// <summary>What other senders said of its alarms, without effect: for people to judge.</summary>
    public IReadOnlyList<AlarmConflict> Conflicts { get; init; } = [];

    /// <summary>Who was alerted of it and who has it; only where one incident is shown, and null where nobody was to be alerted.</summary>
    public IncidentAlert? Alert { get; init; }

    /// <summary>By which its last alarm that was judged wakes people, or is logged only; only where one incident is shown.</summary>
    public IncidentRule? Rule { get; init; }

    /// <summary>As its alarms give it.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>How near the place lies that its alarm gave; null where it gave none.</summary>
    public AlarmReach? Reach { get; init; }

    /// <summary>Every message as it came; only where one incident is shown.</summary>
    public IReadOnlyList<AlarmMessage>? Messages { get; init; }

    /// <summary>All that happened, in words; only where one incident is shown.</summary>
    public IReadOnlyList<IncidentLine>? Log { get; init; }

    /// <summary>For whoever brought the alarm in: what became of it, in the alarm's words and without what our own people wrote.</summary>
    public static IncidentShown For(Reader reader, Guid id, Incident incident, Words words) =>
        Of(id, For(reader, incident), words) with
        {
            Areas = incident.Areas,
            Onset = incident.Times?.Onset,
            Expires = incident.Times?.Expires,
            Passed = incident.Passed,
            DuplicateOf = reader.OwnOnly ? null : incident.DuplicateOf,
            Duplicates = reader.OwnOnly ? [] : incident.Duplicates,
        };

    private static Incident For(Reader reader, Incident incident) =>
        (reader.OwnOnly ? incident with { Latest = incident.LatestOfAlarms, Conflicts = [] } : incident) with
        {
            Text = incident.AlarmText ?? incident.Text,
        };

    private static IncidentShown Of(Guid id, Incident incident, Words words) =>
        new(
            id,
            incident.Kind,
            incident.Area,
            Optional(incident.Place, words),
            Optional(incident.Headline, words),
            Optional(incident.Text, words),
            Optional(incident.Instruction, words),
            incident.Severity,
            incident.Source,
            incident.Status,
            incident.Actionable,
            incident.Verified,
            incident.Open,
            incident.Cancelled,
            incident.Closed,
            incident.ReportedAt,
            incident.OccurredAt,
            incident.Alarms,
            incident.Crises
        )
        {
            Latest = incident.Latest is { } told ? new(Optional(told.Text, words), told.At, told.By, told.What) : null,
            CancelledBySender = incident is { CancelledBySender: true, Closed: false },
            Via = incident.Via,
            Conflicts = incident.Conflicts,
            Urgency = incident.Urgency,
            Reach = incident.Reach,
        };

    private static string? Optional(CommittedText? text, Words words) => words.Text(text) is { Length: > 0 } said ? said : null;
}

/// <param name="Text">Null where only the act says something, such as a cancellation without words.</param>
/// <param name="At">When it was told.</param>
public sealed record LatestShown(string? Text, DateTimeOffset At, PersonId By, ReportedFact Kind);

/// <summary>One fact about an incident, as its readers see it.</summary>
/// <param name="Kind">The fact's stored name.</param>
public sealed record IncidentLine(
    Guid EventId,
    long Version,
    DateTimeOffset RecordedAt,
    DateTimeOffset OccurredAt,
    PersonId By,
    string Kind,
    string Words
);
