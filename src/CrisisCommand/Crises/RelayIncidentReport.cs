using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using Wolverine.Attributes;
using Delivery = Wolverine.Envelope;

namespace CrisisCommand.Crises;

/// <summary>An incident that a crisis follows has facts which that crisis may not have heard of.</summary>
public sealed record IncidentHasNews(Guid IncidentId);

/// <summary>
/// Tells every crisis that follows an incident what it has not heard of it: the moment at which the KLO learns. The crisis itself knows how
/// far it has learned, so that a message that comes twice, late or after a crash neither doubles nor loses a report.
/// </summary>
[WolverineHandler]
public sealed class RelayIncidentReport(Journals journals, CommandHandler handler, TimeProvider clock)
{
    public async Task Handle(IncidentHasNews news, Delivery delivery, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        var incident = await journals.Load(realm, StreamKinds.Incident, news.IncidentId, token).ConfigureAwait(false);
        foreach (var id in incident?.State<Incident>().Crises ?? [])
        {
            var crisis = await journals.Load(realm, StreamKinds.Crisis, id, token).ConfigureAwait(false);
            if (crisis?.State<Crisis>() is { } state && state.Follows(news.IncidentId))
            {
                await Tell(realm, id, news.IncidentId, state.LearnedOf(news.IncidentId), token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What the crisis records of a report: nothing when it is over, no longer follows the incident, or has heard of it.</summary>
    public static Outcome Decide(Crisis crisis, IncidentReportReceived report) =>
        crisis.Follows(report.IncidentId) && crisis.LearnedOf(report.IncidentId) < report.IncidentVersion
            ? Outcome.Happened(report)
            : Outcome.Nothing;

    /// <summary>A fact of an incident as the KLO is told of it; null where it says nothing new of the incident.</summary>
    public static IncidentReportReceived? ReportOf(Guid incident, Fact fact)
    {
        (ReportedFact What, CommittedText Text)? said = fact.Event switch
        {
            AlarmReceived received => (ReportedFact.Alarm, received.Alarm.Text),
            AlarmUpdated updated => (ReportedFact.AlarmUpdate, updated.Alarm.Text),
            AlarmCancelled cancelled => (ReportedFact.AlarmCancellation, cancelled.Alarm.Text),
            IncidentReported reported => (ReportedFact.Report, reported.Text),
            IncidentReportAdded added => (ReportedFact.Report, added.Text),
            IncidentVerified verified => (ReportedFact.Verification, verified.Text),
            IncidentRefuted refuted => (ReportedFact.Refutation, refuted.Text),
            IncidentAssessed assessed => (ReportedFact.Assessment, assessed.Text),
            IncidentClosed closed => (ReportedFact.Closure, closed.Text),
            _ => null,
        };
        return said is { } report ? new(incident, fact.Version, report.What, report.Text, fact.OccurredAt) : null;
    }

    private async Task Tell(Realm realm, Guid crisis, Guid incident, long learned, CancellationToken token)
    {
        // Facts that are no reports do not move what was learned, and are passed over again next time: a handful at most.
        foreach (var fact in await journals.Facts(realm, incident, learned + 1, null, token).ConfigureAwait(false))
        {
            if (ReportOf(incident, fact) is { } report)
            {
                await Record(realm, crisis, report, fact.EventId.ToString(), token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A commit for each report, so that each names the very fact that caused it.</summary>
    private async Task Record(Realm realm, Guid crisis, IncidentReportReceived report, string cause, CancellationToken token)
    {
        var handled = await handler
            .Carry(
                Envelope.Internal(realm, clock, cause, cause),
                new Target(StreamKinds.Crisis, crisis),
                (s, _) => Decide(s.State<Crisis>(), report),
                [],
                null,
                token
            )
            .ConfigureAwait(false);
        if (handled is Handled.Refused(var refusal, _))
        {
            // The queue tries again: only contention refuses here.
            throw new InvalidOperationException($"The crisis {crisis} could not be told of the fact {cause}: {refusal.Code}");
        }
    }
}
