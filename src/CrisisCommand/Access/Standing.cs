using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>What a person is outside any crisis: known, with these roles, and not shut out.</summary>
public sealed record Standing : IState<Standing>
{
    public static Standing Initial { get; } = new();

    public bool IsKnown { get; init; }
    public bool IsClosed { get; init; }
    public ImmutableSortedDictionary<StandingRole, RoleReach> Roles { get; init; } =
        ImmutableSortedDictionary<StandingRole, RoleReach>.Empty;

    public Standing After(Fact fact) =>
        fact.Event switch
        {
            PersonRegistered => this with { IsKnown = true },
            RoleGranted granted => this with { Roles = Roles.SetItem(granted.Role, granted.Reach) },
            RoleRevoked revoked => this with { Roles = Roles.Remove(revoked.Role) },
            AccessClosed => this with { IsClosed = true },
            AccessReopened => this with { IsClosed = false },
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
