using System.Collections.Immutable;
using CrisisCommand.AlarmRules;
using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Alarms;

/// <summary>What one message would do to one incident.</summary>
/// <param name="Before">The alert as it stands.</param>
/// <param name="Incident">As it would stand with the message.</param>
/// <param name="Happens">What would happen to the alert; none: nothing.</param>
public sealed record Rehearsed(
    Placement Placed,
    Guid IncidentId,
    bool IsNew,
    Alert Before,
    Incident Incident,
    AlarmTraits Traits,
    AppliedRule Rule,
    ImmutableArray<IDomainEvent> Happens
)
{
    /// <summary>What the rules come to for it: by the rule that would be pinned, or is; else it is logged, and wakes nobody.</summary>
    public AlarmVerdict Verdict =>
        Happens.OfType<AlarmLogged>().Any() ? AlarmVerdict.Log
        : Asks ? (Rule.Verdict == AlarmVerdict.Log ? AlarmVerdict.Call : Rule.Verdict)
        : IsCalled ? Before.Rule?.Verdict ?? AlarmVerdict.Call
        : AlarmVerdict.Log;

    /// <summary>Whether the rules are asked, and what they say happens.</summary>
    public bool Asks => Happens.Any(e => e is AlertRaised or AlarmLogged or LeaderInformed);

    /// <summary>Whether it was carried to people before.</summary>
    public bool IsCalled => Before.Status is AlertStatus.Waiting or AlertStatus.Exhausted or AlertStatus.Acknowledged;
}

/// <summary>Takes messages in as they would be taken, down to who would be called first, by the very decisions; nothing is written.</summary>
public sealed class AlarmRehearsal(
    AlarmIntake intake,
    Journals journals,
    StandingAlarmRules rules,
    AlertPaths paths,
    IOptions<AlertOptions> options
)
{
    /// <summary>Of a feed nobody reads more; what the others would do, they are tried for by themselves.</summary>
    private const int Most = 50;

    public async Task<IReadOnlyList<Rehearsed>> Of(Realm realm, ReceiveAlarms receive, DateTimeOffset now, CancellationToken token)
    {
        var (reception, books) = await intake.Rehearse(realm, receive, now, token);
        var (book, order) = (await rules.Now(realm, token), await paths.At(realm, now, token));
        var rehearsed = new List<Rehearsed>();
        foreach (var (placed, id) in reception.Placements.SelectMany(p => p.Incidents, (placed, id) => (placed, id)).Take(Most))
        {
            var said = reception.Happened.Where(h => h.Stream == id).SelectMany(h => h.Events).ToList();
            var known = books.Incidents.GetValueOrDefault(id, Incident.Initial);
            var incident = said.Aggregate(known, (so, e) => so.After(new Statement(e, receive.By, now)));
            var alert = (await journals.Known(realm, StreamKinds.Alert, Alert.StreamOf(id), refresh: true, token)).State<Alert>();
            var rule = book.Apply(incident, now);
            // A repetition moves nothing, and neither does what is only logged.
            var moves = said.Any(e => e is AlarmUpdated or AlarmCancelled or AlarmReceived { Actionable: true });
            var outcome = moves
                ? FollowAlarm.Decide(alert, incident, id, order, rule, options.Value.DueFrom(now), isStale: false)
                : Outcome.Nothing;
            rehearsed.Add(
                new(placed, id, known.ReportedAt == default, alert, incident, AlarmTraits.Of(incident, now), rule, outcome.Events)
            );
        }

        return rehearsed;
    }
}
