using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>
/// Rights that were given, proposed or taken, machines and their keys, and where somebody is reached: told to whom it concerns and to who
/// leads by plan, so that nobody comes by a right, or by another's messages, unseen.
/// </summary>
public static class AccessNews
{
    /// <summary>Events that make us tell it.</summary>
    public static readonly Type[] Causes = Audiences.OfRights;

    /// <summary>What a fact makes us tell; nothing where the system itself did it, as at the first start.</summary>
    /// <param name="leaders">Who led by plan before, and who does now.</param>
    /// <param name="klo">Of the crisis, where the right is one in it: a delegation is its function's, whoever holds that.</param>
    public static IEnumerable<NoticeWanted> WantedBy(Fact fact, IEnumerable<PersonId> leaders, KloActivation klo, DateTimeOffset now)
    {
        if (!Causes.Contains(fact.Event.GetType()) || fact.By == PersonId.System || now > fact.RecordedAt + NoticeSteps.StillWorthIt)
        {
            return [];
        }

        // The first registration gives nobody anything that had to be kept from them.
        var (concerned, purpose) = fact.Event switch
        {
            PersonRegistered when fact.Version == 1 => (null, null),
            PersonRegistered e => (e.Person, NoticePurpose.Reach),
            ReachabilityGiven e => (e.Person, NoticePurpose.Reach),
            RoleGranted e => (e.Person, NoticePurpose.Access),
            RoleProposed e => (e.Person, NoticePurpose.Access),
            RoleProposalDropped e => (e.Person, NoticePurpose.Access),
            RoleRevoked e => (e.Person, NoticePurpose.Access),
            AccessClosed e => (e.Person, NoticePurpose.Access),
            AccessReopened e => (e.Person, NoticePurpose.Access),
            ReaderAdmitted e => (e.Person, NoticePurpose.Access),
            DecisionsDelegated e => (klo.ActingIn(e.Function), NoticePurpose.Access),
            DelegationEnded e => (klo.ActingIn(e.Function), NoticePurpose.Access),
            _ => ((PersonId?)null, (NoticePurpose?)NoticePurpose.Access),
        };
        return purpose is null
            ? []
            : leaders
                .Where(l => l != concerned)
                .Select(l => new NoticeWanted(l, NoticePurpose.Access))
                .Concat(concerned is { } person ? [new NoticeWanted(person, purpose.Value)] : [])
                .DistinctBy(w => w.Person);
    }

    /// <summary>Who is to be told as one who leads: by the normal plan, before its change where that is the news.</summary>
    public static async Task<IReadOnlyList<PersonId>> Leaders(
        Journals journals,
        Realm realm,
        Guid stream,
        Fact fact,
        CancellationToken token
    )
    {
        var plan = KloPlan.StreamOf(PlanName.Normal);
        var before =
            stream == plan && fact.Version > 1
                ? Fold.Of<KloPlan>(await journals.Facts(realm, plan, 1, fact.Version - 1, token))
                : KloPlan.Initial;
        var now = await journals.Known(realm, StreamKinds.Plan, plan, refresh: true, token);
        return [.. before.Leaders.Take(1).Concat(now.State<KloPlan>().Leaders.Take(1)).Distinct()];
    }

    /// <summary>The person as they were reached until a fact of their stream: whoever has them reached elsewhere does not have that told there only.</summary>
    public static async Task<Person> ReachedBefore(Journals journals, Realm realm, Notice notice, CancellationToken token) =>
        Fold.Of<Person>(await journals.Facts(realm, Person.StreamOf(notice.Person), 1, Math.Max(notice.CauseVersion - 1, 1), token));
}
