using System.Collections.Immutable;
using CrisisCommand.Access;
using CrisisCommand.AlarmRules;
using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Sending;
using static CrisisCommand.Notifications.Telling.Audience;

namespace CrisisCommand.Notifications.Telling;

/// <summary>Of persons and their rights, plans and rosters, messages, and the product itself.</summary>
internal static class HouseAudiences
{
    private const string AMessage = "it is about a message itself";
    private const string Themself = "whoever does it sees it done, and it is nobody else's affair";

    public static readonly ImmutableArray<Audience> All =
    [
        .. Rights,
        Told<PlanAdopted>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
        // Whoever may say that nobody is woken does not say it unheard.
        Told<AlarmRulesAdopted>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
        Nobody<RosterAdopted>("the line that adopts it tells its people; the page of duty shows it"),
        Nobody<ShiftSwapped>("those two have agreed on it; the page of duty shows it"),
        Nobody<SwapWithdrawn>("those two have agreed on it; the page of duty shows it"),
        Nobody<SignedIn>(Themself),
        Nobody<SignedOut>(Themself),
        Nobody<SignedOutEverywhere>("whoever is signed out everywhere is asked to sign in again"),
        Nobody<KeysRotated>("everybody is asked to sign in again; why stands in the log"),
        Nobody<SendingStarted>("whoever does it reads what waited"),
        Nobody<TextErased>("the erasure stands where the text stood"),
        Nobody<TellingsMuted>(Themself),
        Nobody<TellingsUnmuted>(Themself),
        Nobody<NoticeComposed>(AMessage),
        Nobody<NoticeAttempted>(AMessage),
        Nobody<NoticeAttemptRepeated>(AMessage),
        Nobody<NoticeAccepted>(AMessage),
        Nobody<NoticeRecorded>(AMessage),
        Nobody<NoticeFailed>(AMessage),
        Nobody<NoticePassedToOperator>("it stands on the operator's page of calls"),
        Nobody<NoticeCalled>(AMessage),
        Nobody<NoticeEnded>(AMessage),
    ];

    private static ImmutableArray<Audience> Rights =>
        [
            Told<RoleGranted>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
            Told<RoleProposed>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
            Told<RoleProposalDropped>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
            Told<RoleRevoked>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
            Told<AccessClosed>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
            Told<AccessReopened>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
            Told<MachineRegistered>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
            Told<MachineKeyIssued>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
            Told<MachineKeyRevoked>(Circle.ConcernedAndLeaders, NoticePurpose.Access),
            Told<PersonRegistered>(Circle.ConcernedAndLeaders, NoticePurpose.Reach),
            Told<ReachabilityGiven>(Circle.ConcernedAndLeaders, NoticePurpose.Reach),
        ];
}
