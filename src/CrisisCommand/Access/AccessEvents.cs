using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Access;

/// <summary>What somebody is whether or not there is a crisis.</summary>
public enum StandingRole
{
    /// <summary>Manager on call: decides outside routine, out of hours.</summary>
    OnCallManager,

    /// <summary>Writes and corrects the journal of any crisis.</summary>
    LogKeeper,

    /// <summary>Sees what happens, without the words and names.</summary>
    Observer,

    /// <summary>Leads exercises: everything in their realms, nothing in the live one.</summary>
    ExerciseController,

    /// <summary>Reads what was granted, words and openings too.</summary>
    Auditor,

    /// <summary>Archives and hands out: reads everything, admits readers.</summary>
    RecordsOfficer,

    /// <summary>Runs the system: persons, keys, messages to call about.</summary>
    Operations,

    /// <summary>
    /// What machines were before they were registered as such (<see cref="People.MachineRegistered"/>): granted no more. A person who has it
    /// from then has nothing of it but that it confines.
    /// </summary>
    AlarmSender,
}

/// <summary>How far a standing role reaches.</summary>
public enum RoleReach
{
    /// <summary>Every crisis of the realm.</summary>
    Realm,

    /// <summary>Only crises that its bearer is admitted to.</summary>
    Admitted,
}

[StoredAs("role_granted", StreamKinds.Person)]
public sealed record RoleGranted(PersonId Person, StandingRole Role, RoleReach Reach) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person), words.Of(Role), words.Of(Reach));
}

/// <summary>A role that gives more than its proposer holds waits for somebody who answers for the organisation.</summary>
[StoredAs("role_proposed", StreamKinds.Person)]
public sealed record RoleProposed(PersonId Person, StandingRole Role, RoleReach Reach) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person), words.Of(Role), words.Of(Reach));
}

/// <summary>What was proposed is not to be granted.</summary>
[StoredAs("role_proposal_dropped", StreamKinds.Person)]
public sealed record RoleProposalDropped(PersonId Person, StandingRole Role) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person), words.Of(Role));
}

[StoredAs("role_revoked", StreamKinds.Person)]
public sealed record RoleRevoked(PersonId Person, StandingRole Role) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person), words.Of(Role));
}

/// <summary>The person has left, or their means of signing in are in wrong hands: they may do nothing from now on.</summary>
[StoredAs("access_closed", StreamKinds.Person)]
public sealed record AccessClosed(PersonId Person, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, words.Person(Person), words.Text(Why));
}

[StoredAs("access_reopened", StreamKinds.Person)]
public sealed record AccessReopened(PersonId Person, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, words.Person(Person), words.Text(Why));
}

/// <summary>Somebody outside the KLO may read this crisis.</summary>
/// <param name="WithTexts">Whether the words and names too.</param>
[StoredAs("reader_admitted", StreamKinds.Crisis)]
public sealed record ReaderAdmitted(PersonId Person, bool WithTexts) : IDomainEvent
{
    public string InWords(Words words) => words.SayVariant(this, WithTexts ? "with-texts" : "without-texts", words.Person(Person));
}

[StoredAs("reader_dismissed", StreamKinds.Crisis)]
public sealed record ReaderDismissed(PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person));
}
