using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>A key of a machine, as far as the journal knows it.</summary>
public sealed record MachineKey(MachineKeyKind Kind, Sha256 Digest, bool IsLive = true);

/// <summary>What a person is outside any crisis: known, with these roles, and not shut out.</summary>
public sealed record Standing : IState<Standing>
{
    public static Standing Initial { get; } = new();

    public bool IsKnown { get; init; }
    public bool IsClosed { get; init; }

    /// <summary>Whether somebody has ever seen to the person's roles.</summary>
    public bool HadRoles { get; init; }
    public ImmutableSortedDictionary<StandingRole, RoleReach> Roles { get; init; } =
        ImmutableSortedDictionary<StandingRole, RoleReach>.Empty;

    public ImmutableSortedDictionary<KeyName, MachineKey> Keys { get; init; } =
        ImmutableSortedDictionary.Create<KeyName, MachineKey>(Comparer<KeyName>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)));

    /// <summary>The keys of one kind that are taken now; none while the machine is shut out.</summary>
    public IEnumerable<KeyValuePair<KeyName, MachineKey>> LiveKeys(MachineKeyKind kind) =>
        Keys.Where(k => !IsClosed && k.Value.IsLive && k.Value.Kind == kind);

    public Standing After(Fact fact) =>
        fact.Event switch
        {
            PersonRegistered => this with { IsKnown = true },
            RoleGranted granted => this with { HadRoles = true, Roles = Roles.SetItem(granted.Role, granted.Reach) },
            RoleRevoked revoked => this with { Roles = Roles.Remove(revoked.Role) },
            AccessClosed => this with { IsClosed = true },
            AccessReopened => this with { IsClosed = false },
            MachineKeyIssued issued => this with { Keys = Keys.SetItem(issued.Key, new(issued.Kind, issued.Digest)) },
            MachineKeyRevoked revoked => this with { Keys = Keys.SetItem(revoked.Key, Keys[revoked.Key] with { IsLive = false }) },
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
