using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>What an id stands for.</summary>
public enum SubjectKind
{
    Nobody,
    Person,
    Machine,
}

/// <summary>A key of a machine, as far as the journal knows it.</summary>
public sealed record MachineKey(MachineKeyKind Kind, Sha256 Digest, DateTimeOffset IssuedAt, PersonId IssuedBy)
{
    /// <summary>Null while it is taken.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsLive => RevokedAt is null;
}

/// <summary>A role that a person has.</summary>
public sealed record RoleHeld(RoleReach Reach, DateTimeOffset Since, PersonId By);

/// <summary>A role that waits to be confirmed.</summary>
public sealed record RoleProposal(RoleReach Reach, DateTimeOffset At, PersonId By);

/// <summary>What somebody is outside any crisis: a person with these roles or a machine with these keys, and not shut out.</summary>
public sealed record Standing : IState<Standing>
{
    private const int MostChanges = 10;

    public static Standing Initial { get; } = new();

    public SubjectKind Kind { get; init; }
    public bool IsKnown => Kind != SubjectKind.Nobody;
    public bool IsMachine => Kind == SubjectKind.Machine;
    public bool IsClosed { get; init; }

    /// <summary>Whether somebody has ever seen to the person's roles.</summary>
    public bool HadRoles { get; init; }

    /// <summary>Whether one of them was a person's.</summary>
    public bool HadPersonsRoles { get; init; }

    /// <summary>
    /// Registered as a person before machines were registered as what they are: it raised alarms and never had anything else. Until it is
    /// registered as a machine it may nothing at all.
    /// </summary>
    public bool IsOldMachine => Kind == SubjectKind.Person && !HadPersonsRoles && Roles.ContainsKey(StandingRole.AlarmSender);

    public ImmutableSortedDictionary<StandingRole, RoleHeld> Roles { get; init; } = ImmutableSortedDictionary<StandingRole, RoleHeld>.Empty;

    public ImmutableSortedDictionary<StandingRole, RoleProposal> Proposals { get; init; } =
        ImmutableSortedDictionary<StandingRole, RoleProposal>.Empty;

    /// <summary>The latest facts about what the subject may, and where it is reached; the newest last.</summary>
    public ImmutableArray<Fact> Changes { get; init; } = [];

    public ImmutableSortedDictionary<KeyName, MachineKey> Keys { get; init; } =
        ImmutableSortedDictionary.Create<KeyName, MachineKey>(Comparer<KeyName>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)));

    /// <summary>The keys of one kind that are taken now; none of a person, and none while the machine is shut out.</summary>
    public IEnumerable<KeyValuePair<KeyName, MachineKey>> LiveKeys(MachineKeyKind kind) =>
        Keys.Where(k => IsMachine && !IsClosed && k.Value.IsLive && k.Value.Kind == kind);

    public Standing After(Fact fact) => Changed(fact) with { Changes = Noted(fact) };

    private ImmutableArray<Fact> Noted(Fact fact) =>
        fact.Event
            is PersonRegistered
                or MachineRegistered
                or ReachabilityGiven
                or RoleGranted
                or RoleProposed
                or RoleProposalDropped
                or RoleRevoked
                or AccessClosed
                or AccessReopened
                or MachineKeyIssued
                or MachineKeyRevoked
            ? [.. Changes.TakeLast(MostChanges - 1), fact]
            : Changes;

    private Standing Changed(Fact fact) =>
        fact.Event switch
        {
            PersonRegistered => this with { Kind = SubjectKind.Person },
            MachineRegistered => this with { Kind = SubjectKind.Machine, Roles = Roles.Clear(), Proposals = Proposals.Clear() },
            RoleGranted granted => this with
            {
                HadRoles = true,
                HadPersonsRoles = HadPersonsRoles || granted.Role != StandingRole.AlarmSender,
                Roles = Roles.SetItem(granted.Role, new(granted.Reach, fact.RecordedAt, fact.By)),
                Proposals = Proposals.Remove(granted.Role),
            },
            RoleProposed proposed => this with
            {
                Proposals = Proposals.SetItem(proposed.Role, new(proposed.Reach, fact.RecordedAt, fact.By)),
            },
            RoleProposalDropped dropped => this with { Proposals = Proposals.Remove(dropped.Role) },
            RoleRevoked revoked => this with { Roles = Roles.Remove(revoked.Role) },
            AccessClosed => this with { IsClosed = true },
            AccessReopened => this with { IsClosed = false },
            MachineKeyIssued issued => this with
            {
                Keys = Keys.SetItem(issued.Key, new(issued.Kind, issued.Digest, fact.RecordedAt, fact.By)),
            },
            MachineKeyRevoked revoked => this with
            {
                Keys = Keys.SetItem(revoked.Key, Keys[revoked.Key] with { RevokedAt = fact.RecordedAt }),
            },
            _ => this,
        };
}

/// <summary>Who outside the KLO may read one crisis.</summary>
public sealed record CrisisReaders : IState<CrisisReaders>
{
    public static CrisisReaders Initial { get; } = new();

    /// <summary>Person to whether the words and names are for them too.</summary>
    public ImmutableDictionary<PersonId, bool> Admitted { get; init; } = ImmutableDictionary<PersonId, bool>.Empty;

    public CrisisReaders After(Fact fact) =>
        fact.Event switch
        {
            ReaderAdmitted admitted => this with { Admitted = Admitted.SetItem(admitted.Person, admitted.WithTexts) },
            ReaderDismissed dismissed => this with { Admitted = Admitted.Remove(dismissed.Person) },
            _ => this,
        };
}
