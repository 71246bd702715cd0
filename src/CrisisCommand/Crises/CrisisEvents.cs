using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Crises;

/// <summary>A situation for which the KLO is convened.</summary>
/// <param name="Manual">The edition of the manual that the crisis is worked by; null where it was declared before there were editions.</param>
[StoredAs("crisis_declared", StreamKinds.Crisis)]
public sealed record CrisisDeclared(
    IncidentKind Kind,
    CommittedText Title,
    CommittedText Reason,
    PlanName Plan,
    long PlanVersion,
    CommittedText? MeetingPlace,
    ImmutableArray<Guid> Incidents,
    ManualVersion? Manual = null
) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => MeetingPlace is { } place ? [Title, Reason, place] : [Title, Reason];

    public string InWords(Words words) =>
        MeetingPlace is { } place
            ? words.SayVariant(this, "meeting", words.Text(Title), words.Kind(Kind), words.Text(Reason), words.Text(place))
            : words.Say(this, words.Text(Title), words.Kind(Kind), words.Text(Reason));
}

/// <summary>How far the organisation is raised from now on.</summary>
[StoredAs("crisis_level_set", StreamKinds.Crisis)]
public sealed record CrisisLevelSet(CrisisLevel Level, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, words.Level(Level), words.Text(Why));
}

/// <summary>The staff is called to its next briefing (stabsorientering); the one called before it, if any, is replaced.</summary>
[StoredAs("staff_briefing_called", StreamKinds.Crisis)]
public sealed record StaffBriefingCalled(DateTimeOffset At, CommittedText? Place, CommittedText? Agenda) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => new[] { Place, Agenda }.OfType<CommittedText>();

    public string InWords(Words words) =>
        (Place, Agenda) switch
        {
            (null, null) => words.Say(this, words.Time(At)),
            ({ } place, null) => words.SayVariant(this, "place", words.Time(At), words.Text(place)),
            (null, { } agenda) => words.SayVariant(this, "agenda", words.Time(At), "", words.Text(agenda)),
            ({ } place, { } agenda) => words.SayVariant(this, "place-and-agenda", words.Time(At), words.Text(place), words.Text(agenda)),
        };
}

/// <summary>A briefing that was called is not held.</summary>
[StoredAs("staff_briefing_cancelled", StreamKinds.Crisis)]
public sealed record StaffBriefingCancelled(DateTimeOffset At, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, words.Time(At), words.Text(Why));
}

[StoredAs("incident_linked", StreamKinds.Crisis)]
public sealed record IncidentLinked(Guid IncidentId) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, IncidentId);
}

[StoredAs("incident_unlinked", StreamKinds.Crisis)]
public sealed record IncidentUnlinked(Guid IncidentId, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, IncidentId, words.Text(Why));
}

/// <summary>What was said of a linked incident reached the KLO: the moment at which the organisation learned of it.</summary>
/// <param name="IncidentVersion">The fact's version in the incident's own stream.</param>
/// <param name="What">The stored name of that fact.</param>
/// <param name="Happened">When it happened in the world.</param>
[StoredAs("incident_report_received", StreamKinds.Crisis)]
public sealed record IncidentReportReceived(
    Guid IncidentId,
    long IncidentVersion,
    ReportedFact What,
    CommittedText? Text,
    DateTimeOffset Happened
) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Text is { } text ? [text] : [];

    public DateTimeOffset? OccurredAt => Happened;

    public string InWords(Words words) => words.SayVariant(this, Text is null ? "bare" : "told", words.Of(What), words.Text(Text));
}
