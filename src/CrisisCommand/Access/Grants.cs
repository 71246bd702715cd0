using CrisisCommand.Klo;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>What gives an actor rights: what they are, where the plans have them, what a crisis has made of them.</summary>
public sealed class Grants(AccessPolicy policy)
{
    private const int AsLeader = 0;
    private const int Delegated = 1;
    internal const int InFunction = 2;

    /// <summary>Everything that gives the actor rights here, in no order of weight.</summary>
    public IEnumerable<Grant> Of(Actor actor)
    {
        yield return new(policy.Anybody) { IsEverybodys = true };
        var standing = actor.Standing;
        if (!standing.IsKnown || standing.IsClosed)
        {
            yield break;
        }

        if (standing.IsMachine)
        {
            yield return new(policy.Machine);
            yield break;
        }

        // Whoever watches or plays against us has what the role says and nothing beside it; that takes nothing from who is one of ours as well.
        var isOurs = !standing.Roles.Keys.Any(policy.Confining.Contains) || actor.RankIn(_ => true) is not null;
        if (isOurs)
        {
            yield return new(policy.Known) { IsEverybodys = true };
        }

        foreach (
            var grant in (isOurs ? OnSite(actor) : []).Concat(ByRole(actor)).Concat(actor.Klo is null ? ByPlan(actor) : InCrisis(actor))
        )
        {
            yield return grant;
        }
    }

    private IEnumerable<Grant> OnSite(Actor actor)
    {
        if (actor.BroughtIn)
        {
            yield return new(policy.Reporter);
        }

        // Whoever keeps the rosters could put themself on duty for it.
        if (actor.OnDuty && !actor.Standing.Roles.ContainsKey(StandingRole.Operations))
        {
            yield return new(policy.OnDuty);
        }
    }

    private IEnumerable<Grant> ByRole(Actor actor)
    {
        foreach (var (role, held) in actor.Standing.Roles)
        {
            var inForce = role != StandingRole.ExerciseController || !actor.Realm.IsLive;
            if (inForce && held.Reach == RoleReach.Realm)
            {
                yield return OfRole(role) with
                {
                    Capacity = role == StandingRole.OnCallManager ? new(null, ActingMandate.OnCallManager) : null,
                    IsStanding = true,
                };
            }
            else if (inForce && actor.Klo is null)
            {
                yield return new(policy.Admissible);
            }
        }
    }

    public Grant OfRole(StandingRole role) =>
        new(policy.Roles.GetValueOrDefault(role, Rights.None)) { Opens = role != StandingRole.Observer };

    private IEnumerable<Grant> ByPlan(Actor actor)
    {
        if (actor.RankIn(_ => true) is not { } rank)
        {
            yield break;
        }

        yield return new(policy.Planned);
        if (rank == 0)
        {
            yield return new(policy.PlannedHolder) { Capacity = new(actor.OrdinaryIn, ActingMandate.ActingOrdinary) };
        }

        if (actor.RankIn(f => f == FunctionKey.CrisisLeader) is { } place)
        {
            yield return place == 0
                ? new(policy.PlannedLeader) { Capacity = new(FunctionKey.CrisisLeader, ActingMandate.ActingOrdinary), Order = AsLeader }
                : new(policy.PlannedLeaderDeputy) { Capacity = new(FunctionKey.CrisisLeader, ActingMandate.Deputy), Order = AsLeader };
        }
    }

    private IEnumerable<Grant> InCrisis(Actor actor)
    {
        if (actor.IsMember)
        {
            yield return new(policy.Member) { IsEverybodys = true };
        }

        if (actor.Readers.Admitted.TryGetValue(actor.Person, out var withTexts))
        {
            yield return new(policy.Admitted) { Opens = withTexts };
        }

        if (actor.Leads)
        {
            yield return new(policy.Leader) { Capacity = actor.AsLeader, Order = AsLeader };
        }

        if (actor.Klo is { ConvenedBy: { } convener } klo && convener == actor.Person)
        {
            yield return new(policy.Convener) { Capacity = new(null, ActingMandate.Convener, klo.ConvenedIn) };
        }

        foreach (var grant in actor.Held.SelectMany(post => InPost(actor, post)))
        {
            yield return grant;
        }
    }

    private IEnumerable<Grant> InPost(Actor actor, FunctionPost post)
    {
        var capacity = actor.In(post);
        yield return new(policy.Holder) { Own = post.Function, Capacity = capacity };
        yield return new(policy.Functions.GetValueOrDefault(post.Function, Rights.None)) { Own = post.Function, Capacity = capacity };
        if (post.Delegation is { } delegation && delegation.Holds(actor.Now))
        {
            yield return new(policy.Delegated)
            {
                Own = post.Function,
                Capacity = new(post.Function, ActingMandate.Delegated, delegation.By),
                Order = Delegated,
            };
        }
    }
}

/// <summary>Something that a person is, and what they may because of it.</summary>
/// <param name="Rights">What comes of it.</param>
public sealed record Grant(Rights Rights)
{
    public bool Opens { get; init; } = true;

    /// <summary>In what capacity it is used; null where it is nobody's in particular.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>Which of several rights counts as the one used: the least, and of equals the first.</summary>
    public int Order { get; init; } = Grants.InFunction;

    /// <summary>Whether it comes with a standing role, whatever one's function is.</summary>
    public bool IsStanding { get; init; }

    /// <summary>Whether it comes with being one of ours, and is used in the function that is one's own.</summary>
    public bool IsEverybodys { get; init; }

    /// <summary>The function that it comes with.</summary>
    public FunctionKey? Own { get; init; }

    public bool Gives(Capability capability, FunctionKey? about) => Rights.Give(capability, Own is { } function && function == about);
}
