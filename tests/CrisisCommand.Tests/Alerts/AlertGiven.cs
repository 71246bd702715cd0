using CrisisCommand.AlarmRules;
using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Tests.Alerts;

internal static class AlertGiven
{
    public static readonly Guid Fire = Story.Id(700);
    public static readonly PersonId Jour = new("jour");
    public static readonly PersonId Night = new("night");
    public static readonly PersonId Vd = new("vd");
    public static readonly PersonId Vd1 = new("vd-1");
    public static readonly DateTimeOffset Due = Story.Noon.AddMinutes(3);
    public static readonly DateTimeOffset Again = Story.Noon.AddMinutes(5);
    public static readonly AlertDue Dues = new(Due, Again);
    public static readonly AlertOrder Order = new([Jour], [Vd, Vd1]);

    public static readonly PersonId Tib = new("tib");
    public static readonly AlertOrigin Origin = new(Tib, AlertWeight.Usual, IncidentKind.Other);

    /// <summary>The first alarm, and the product's last rule, which has everything wake people.</summary>
    public static readonly AppliedRule Rule = new(Story.Id(701), 0, 3, null, AlarmVerdict.Call);

    public static readonly AlertRaised Raised = new(
        Fire,
        [new(Jour, AlertRole.OnCallManager), new(Vd, AlertRole.CrisisLeader), new(Vd1, AlertRole.Deputy)],
        NobodyOnDuty: false,
        Rule
    );
    public static readonly OnCallAlerted JourAlerted = new(Fire, Jour, AlertRole.OnCallManager, 1, Due, Origin);
    public static readonly OnCallAlerted VdAlerted = new(Fire, Vd, AlertRole.CrisisLeader, 2, Due, Origin);
    public static readonly OnCallAlerted Vd1Alerted = new(Fire, Vd1, AlertRole.Deputy, 3, Due, Origin);
    public static readonly AlertUnanswered JourSilent = new(Fire, Jour, 1);
    public static readonly AlertUnanswered VdSilent = new(Fire, Vd, 2);
    public static readonly AlertUnanswered Vd1Silent = new(Fire, Vd1, 3);

    public static readonly AlertExhausted Exhausted = new(Fire, Again);

    public static readonly Incident Alarmed = Incident.Initial with { Actionable = true, Alarms = [Story.Id(701)], RaisedBy = [Tib] };
    public static readonly Incident Closed = Alarmed with { Closed = true };
    public static readonly Incident InCrisis = Alarmed with { Crises = [Story.Id(702)] };

    public static Alert After(params IDomainEvent[] events) => Story.State<Alert>(events);
}
