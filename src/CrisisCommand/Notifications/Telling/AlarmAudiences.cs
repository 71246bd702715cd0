using System.Collections.Immutable;
using CrisisCommand.Alarms;
using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using static CrisisCommand.Notifications.Telling.Audience;

namespace CrisisCommand.Notifications.Telling;

/// <summary>Of alarms, incidents and the calling about them.</summary>
internal static class AlarmAudiences
{
    private const string Handling = "it stands with the incident, which whoever handles it reads";
    private const string CalledByAlert = "whoever must know is called by the incident's alert";
    private const string OnTheirPage = "it stands on the start page of who runs the system, with the number to call";
    private const string Filing = "it is how a message was filed";

    public static readonly ImmutableArray<Audience> All =
    [
        Nobody<AlarmReceived>(CalledByAlert),
        Told<AlarmUpdated>(Circle.Taker, NoticePurpose.AlarmGraver),
        Told<AlarmUpdated>(Circle.Taker, NoticePurpose.AlarmOnAgain),
        Told<AlarmUpdated>(Circle.Taker, NoticePurpose.AlarmPassed),
        Told<AlarmCancelled>(Circle.Taker, NoticePurpose.AlarmTakenBack),
        Nobody<AlarmClaimed>("another sender's word changes nothing, and stands with the incident"),
        Nobody<AlarmRepeated>("nothing new was said"),
        Nobody<AlarmFiled>(Filing),
        Nobody<AlarmAwaited>(Filing),
        Nobody<AlarmAnswerFiled>(Filing),
        Nobody<AlarmRefused>(OnTheirPage),
        Nobody<AlarmRefusedAgain>(OnTheirPage),
        Nobody<RefusedAlarmCounted>(OnTheirPage),
        Nobody<RefusedAlarmsSettled>(OnTheirPage),
        Nobody<IncidentReported>("our own people have it, and say so to whom they choose"),
        Nobody<IncidentReportAdded>(Handling),
        Nobody<IncidentVerified>(Handling),
        Nobody<IncidentRefuted>(Handling),
        Nobody<IncidentAssessed>(Handling),
        Nobody<IncidentClosed>(Handling),
        Nobody<IncidentRaisedToCrisis>("the crisis calls its own people"),
        Nobody<IncidentReleasedFromCrisis>("the crisis tells its own people"),
        Nobody<IncidentMarkedDuplicate>(Handling),
        Nobody<IncidentDoubled>(Handling),
        Nobody<IncidentDuplicateWithdrawn>(Handling),
        Nobody<IncidentDoublingWithdrawn>(Handling),
        Nobody<AlertRaised>("each person on the path is called in turn"),
        Told<OnCallAlerted>(Circle.Named, NoticePurpose.Alert),
        Told<LeaderInformed>(Circle.Named, NoticePurpose.Information),
        Nobody<AlarmLogged>("by the company's own rules nobody is woken by it; it stands among the open incidents"),
        Nobody<AlertAcknowledged>("it ends the calling; who has it stands with the incident"),
        Nobody<AlertUnanswered>("the next on the path is called by it, and is told so"),
        Nobody<AlertExhausted>("the wider circles are called by it, and are told so"),
        Nobody<AlertRepeated>("each person on the path is called in turn"),
        Nobody<AlertEnded>("it ends the calling; why stands with the incident"),
        Nobody<AlertTold>("it is a message itself"),
        Nobody<AlertsHeldBack>("they are told in one line when that is due"),
        Told<AlertsSummedUp>(Circle.Named, NoticePurpose.AlertSummary),
        Told<AlertMessagesBounded>(Circle.Operators, NoticePurpose.MessageBound),
    ];
}
