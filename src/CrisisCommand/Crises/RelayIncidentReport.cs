using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Crises;

/// <summary>An incident that a crisis follows has facts which that crisis may not have heard of.</summary>
public sealed record IncidentHasNews(Guid IncidentId);

/// <summary>
/// Tells every crisis that follows an incident what it has not heard of it: the moment at which the KLO learns. The crisis itself knows how
/// far it has learned, so that a message that comes twice, late or after a crash neither doubles nor loses a report.
/// </summary>
[WolverineHandler]
public sealed class RelayIncidentReport(Journals journals, OwnWork work)
{
    public async Task Handle(IncidentHasNews news, Envelope delivery, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        var incident = await journals.Load(realm, StreamKinds.Incident, news.IncidentId, token);
        foreach (var id in incident?.State<Incident>().Crises ?? [])
        {
            var crisis = await journals.Load(realm, StreamKinds.Crisis, id, token);
            if (crisis?.State<Crisis>() is { } state && state.Follows(news.IncidentId))
            {
                await Tell(realm, id, news.IncidentId, state.LearnedOf(news.IncidentId), token);
            }
        }
    }

    /// <summary>What the crisis records of a report: nothing when it is over, no longer follows the incident, or has heard of it.</summary>
    public static Outcome Decide(Crisis crisis, IncidentReportReceived report) =>
        crisis.Follows(report.IncidentId) && crisis.LearnedOf(report.IncidentId) < report.IncidentVersion
            ? Outcome.Happened(report)
            : Outcome.Nothing;

    /// <summary>A fact of an incident as the KLO is told of it; null where it says nothing new of the incident.</summary>
    public static IncidentReportReceived? ReportOf(Guid incident, Fact fact) =>
        Told.Of(fact.Says) is { } told ? new(incident, fact.Version, told.What, told.Text, fact.OccurredAt) : null;

    private async Task Tell(Realm realm, Guid crisis, Guid incident, long learned, CancellationToken token)
    {
        // Facts that are no reports do not move what was learned, and are passed over again next time: a handful at most.
        foreach (var fact in await journals.Facts(realm, incident, learned + 1, null, token))
        {
            if (ReportOf(incident, fact) is { } report)
            {
                await Record(realm, crisis, report, fact.EventId.ToString(), token);
            }
        }
    }

    /// <summary>A commit for each report, so that each names the very fact that caused it.</summary>
    private Task Record(Realm realm, Guid crisis, IncidentReportReceived report, string cause, CancellationToken token) =>
        work.Do(realm, cause, new Target(StreamKinds.Crisis, crisis), (s, _) => Decide(s.State<Crisis>(), report), token);
}
