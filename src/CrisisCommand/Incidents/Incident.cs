using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Incidents;

/// <summary>What is true of an incident: what was said of it last, whether it is verified, open, and which crises it was raised to.</summary>
public sealed record Incident : IState<Incident>
{
    public static Incident Initial { get; } = new();

    public AlarmSource Source { get; init; }
    public IncidentKind Kind { get; init; } = IncidentKind.Other;
    public AreaKey? Area { get; init; }
    public CommittedText? Headline { get; init; }
    public CommittedText? Place { get; init; }
    public CommittedText? Text { get; init; }
    public DateTimeOffset? OccurredAt { get; init; }
    public DateTimeOffset ReportedAt { get; init; }
    public Severity Severity { get; init; }

    /// <summary>False for what is only logged: tests, drafts, cancellations of alarms that we never saw.</summary>
    public bool Actionable { get; init; }

    /// <summary>Null until somebody has looked.</summary>
    public bool? Verified { get; init; }
    public bool Cancelled { get; init; }
    public bool Closed { get; init; }
    public ImmutableArray<Guid> Crises { get; init; } = [];
    public ImmutableArray<Guid> Alarms { get; init; } = [];

    /// <summary>When the content shown was sent: an older message that comes late changes nothing that a newer one said.</summary>
    public DateTimeOffset? ContentSentAt { get; init; }

    public bool Open => Actionable && !Closed && !Cancelled;

    public Incident After(Fact fact) =>
        fact.Event switch
        {
            AlarmReceived received => Begin(fact, received.Alarm.Source).Telling(received.Alarm) with
            {
                Actionable = Actionable || received.Actionable,
            },
            AlarmUpdated updated => Begin(fact, updated.Alarm.Source).Telling(updated.Alarm) with { Actionable = true, Closed = false },
            AlarmCancelled cancelled => Begin(fact, cancelled.Alarm.Source) with
            {
                Cancelled = true,
                Alarms = Alarms.Add(cancelled.Alarm.AlarmId),
            },
            IncidentReported reported => Begin(fact, AlarmSource.Staff) with
            {
                Kind = reported.Kind,
                Area = reported.Area,
                Place = reported.Place,
                Text = reported.Text,
                OccurredAt = reported.OccurredAt,
                Actionable = true,
            },
            IncidentVerified verified => this with { Verified = true, Text = verified.Text },
            IncidentRefuted refuted => this with { Verified = false, Text = refuted.Text },
            IncidentReportAdded report => this with { Text = report.Text },
            IncidentAssessed assessed => this with { Severity = assessed.Severity, Text = assessed.Text },
            IncidentRaisedToCrisis raised => this with { Crises = Crises.Contains(raised.CrisisId) ? Crises : Crises.Add(raised.CrisisId) },
            IncidentClosed closed => this with { Closed = true, Text = closed.Text },
            _ => this,
        };

    private Incident Begin(Fact fact, AlarmSource source) =>
        ReportedAt == default ? this with { ReportedAt = fact.RecordedAt, Source = source } : this;

    private Incident Telling(Alarm alarm)
    {
        var known = this with { Alarms = Alarms.Add(alarm.AlarmId) };
        return ContentSentAt > alarm.SentAt
            ? known
            : known with
            {
                Kind = alarm.Kind,
                Area = alarm.Area ?? Area,
                Headline = alarm.Headline,
                Place = alarm.Place ?? Place,
                Text = alarm.Text,
                OccurredAt = alarm.OccurredAt ?? OccurredAt,
                Severity = alarm.Severity,
                ContentSentAt = alarm.SentAt,
            };
    }
}

/// <summary>An incident as it is listed: the same fold, stored to be filtered.</summary>
public sealed record IncidentView : IView<IncidentView>
{
    public static IncidentView Initial { get; } = new();

    public Guid Id { get; init; }
    public Incident Incident { get; init; } = Incident.Initial;

    /// <summary>Beside the fold because Marten filters on stored fields.</summary>
    public bool Open { get; init; }
    public string Kind { get; init; } = "";
    public string? Area { get; init; }
    public bool Actionable { get; init; }

    public static IncidentView Begin(Guid id) => new() { Id = id };

    public IncidentView After(Fact fact)
    {
        var incident = Incident.After(fact);
        return this with
        {
            Incident = incident,
            Open = incident.Open,
            Kind = incident.Kind.Value,
            Area = incident.Area?.Value,
            Actionable = incident.Actionable,
        };
    }
}
