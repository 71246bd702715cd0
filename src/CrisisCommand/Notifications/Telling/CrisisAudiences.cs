using System.Collections.Immutable;
using CrisisCommand.Access;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Manual;
using static CrisisCommand.Notifications.Telling.Audience;

namespace CrisisCommand.Notifications.Telling;

/// <summary>
/// Of a crisis and its KLO. What else ends a crisis is told to <see cref="Circle.Klo"/> as its standing down is, in words of its own, and
/// outlives it; what becomes overdue is told to <see cref="Circle.Holder"/>.
/// </summary>
internal static class CrisisAudiences
{
    private const string OnTheBoard = "it stands on the board and in the log, which those at work read";
    private const string NextIsCalled = "the next in order is called by it, and is told so";

    public static readonly ImmutableArray<Audience> All =
    [
        Nobody<CrisisDeclared>("each function is called by a summons of its own"),
        Nobody<CrisisEntered>("it is the list in which crises are declared one after the other"),
        Nobody<KloConvened>("each function is called by a summons of its own"),
        Told<KloReorganised>(Circle.Staff, NoticePurpose.Reorganisation),
        Told<KloStoodDown>(Circle.Klo, NoticePurpose.StandDown),
        Told<CrisisAnnulled>(Circle.Klo, NoticePurpose.Annulment),
        Told<CrisisMerged>(Circle.Klo, NoticePurpose.Merger),
        Nobody<CrisisJoined>(OnTheBoard),
        Told<StandDownProposed>(Circle.Confirming, NoticePurpose.StandDownProposal),
        Told<CrisisLevelSet>(Circle.Staff, NoticePurpose.Level),
        Told<StaffBriefingCalled>(Circle.Staff, NoticePurpose.Briefing),
        Told<StaffBriefingCalled>(Circle.Staff, NoticePurpose.BriefingMoved),
        Told<StaffBriefingCancelled>(Circle.Staff, NoticePurpose.BriefingCancelled),
        Told<FunctionSummoned>(Circle.Named, NoticePurpose.Summons),
        Nobody<SummonsAnswered>(OnTheBoard),
        Nobody<SummonsUnanswered>(NextIsCalled),
        Nobody<ArrivalOverdue>(NextIsCalled),
        Told<FunctionLeftVacant>(Circle.Leadership, NoticePurpose.Vacancy),
        Nobody<FunctionStaffed>(OnTheBoard),
        Told<HandoverOffered>(Circle.Named, NoticePurpose.Handover),
        Told<HandoverAccepted>(Circle.Offering, NoticePurpose.HandoverTaken),
        Told<HandoverDeclined>(Circle.Offering, NoticePurpose.HandoverDeclined),
        Told<HolderCalled>(Circle.Named, NoticePurpose.Call),
        Nobody<HolderAnswered>(OnTheBoard),
        Nobody<HolderSilent>(NextIsCalled),
        Told<FunctionTakenOver>(Circle.Named, NoticePurpose.Takeover),
        Told<FunctionTakenOver>(Circle.ChiefOfStaff, NoticePurpose.Takeover),
        Told<EnduranceWarned>(Circle.Named, NoticePurpose.Endurance),
        Told<EnduranceWarned>(Circle.ChiefOfStaff, NoticePurpose.Endurance),
        Told<ReliefPlanned>(Circle.Named, NoticePurpose.Relief),
        Told<ReliefPlanned>(Circle.InPlace, NoticePurpose.Relieved),
        Told<ReliefCancelled>(Circle.Named, NoticePurpose.ReliefCancelled),
        Told<DecisionsDelegated>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
        Told<DelegationEnded>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
        Told<ReaderAdmitted>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
        Nobody<ReaderDismissed>("whoever may not read any more finds that out when they would, and is owed no crisis' news"),
        Told<DecisionTaken>(Circle.Holder, NoticePurpose.Decision),
        Told<DecisionOverdue>(Circle.Holder, NoticePurpose.DecisionOverdue),
        Told<DecisionOverdue>(Circle.Leadership, NoticePurpose.DecisionOverdue),
        Nobody<DecisionExecuted>(OnTheBoard),
        Told<DecisionRevised>(Circle.FormerExecutor, NoticePurpose.DecisionVoid),
        Told<DecisionWithdrawn>(Circle.FormerExecutor, NoticePurpose.DecisionVoid),
        Told<TaskGiven>(Circle.Holder, NoticePurpose.Task),
        Told<TaskOverdue>(Circle.Holder, NoticePurpose.TaskOverdue),
        Told<TaskOverdue>(Circle.Leadership, NoticePurpose.TaskOverdue),
        Nobody<TaskDone>(OnTheBoard),
        Nobody<EntryWritten>(OnTheBoard),
        Nobody<EntryCorrected>(OnTheBoard),
        Nobody<SituationReported>(OnTheBoard),
        Nobody<FunctionSituationReported>(OnTheBoard),
        Nobody<CardStepDone>(OnTheBoard),
        Nobody<CardStepSkipped>(OnTheBoard),
        Nobody<CardStepReopened>(OnTheBoard),
        Nobody<IncidentLinked>(OnTheBoard),
        Nobody<IncidentUnlinked>(OnTheBoard),
        Nobody<IncidentReportReceived>(OnTheBoard),
    ];
}
