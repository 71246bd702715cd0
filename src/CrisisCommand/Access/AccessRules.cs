using System.Text.Json;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>Who may do what: the policy applied to one actor. Pure; the same for commands, reads and streams.</summary>
public sealed class AccessRules(AccessPolicy policy)
{
    /// <summary>Null where the actor may. Who may not even know of a crisis is told that there is none.</summary>
    /// <param name="about">The function that is asked about, if any.</param>
    public Refusal? Refuse(Actor actor, Capability capability, FunctionKey? about = null) =>
        Grants(actor).Any(g => g.Gives(capability, about)) ? null
        : actor.Klo is not null && !Sees(actor) ? Problems.NotFound
        : AccessRefusals.NotPermitted.As(JsonNamingPolicy.KebabCaseLower.ConvertName(capability.ToString()));

    /// <summary>Whether the actor may know that the crisis is there at all.</summary>
    public bool Sees(Actor actor) => Grants(actor).Any(g => g.Gives(Capability.ReadCrisis, null) || g.Gives(Capability.ReadKlo, null));

    /// <summary>Whether what the actor reads by a capability comes with the words that people wrote, and with names.</summary>
    public bool OpensTexts(Actor actor, Capability capability) => Grants(actor).Any(g => g.Opens && g.Gives(capability, null));

    /// <summary>Whether the actor has a right to their own only.</summary>
    public bool OnlyOwn(Actor actor, Capability capability) =>
        !Grants(actor).Any(g => g.Gives(capability, null)) && Grants(actor).Any(g => g.Rights.OwnFunction.Contains(capability));

    /// <summary>Everything that the actor may do here, for pages that show only what can be done.</summary>
    public IEnumerable<Capability> All(Actor actor) => Enum.GetValues<Capability>().Where(c => Grants(actor).Any(g => g.Gives(c, null)));

    private IEnumerable<Grant> Grants(Actor actor)
    {
        yield return new(policy.Anybody);
        var (standing, realm) = (actor.Standing, actor.Realm);
        if (!standing.IsKnown || standing.IsClosed)
        {
            yield break;
        }

        // Whoever watches, plays against us or is a machine has what the role says and nothing beside it.
        if (!standing.Roles.Keys.Any(policy.Confining.Contains))
        {
            yield return new(policy.Known);
        }

        foreach (var (role, reach) in standing.Roles)
        {
            var inForce = role != StandingRole.ExerciseController || !realm.IsLive;
            if (inForce && reach == RoleReach.Realm)
            {
                yield return new(policy.Roles.GetValueOrDefault(role, Rights.None)) { Opens = role != StandingRole.Observer };
            }
            else if (inForce && actor.Klo is null)
            {
                yield return new(policy.Admissible);
            }
        }

        foreach (var grant in actor.Klo is null ? ByPlan(actor) : InCrisis(actor))
        {
            yield return grant;
        }
    }

    private IEnumerable<Grant> ByPlan(Actor actor)
    {
        if (actor.RankIn(_ => true) is not { } rank)
        {
            yield break;
        }

        yield return new(policy.Planned);
        if (rank == 0)
        {
            yield return new(policy.PlannedHolder);
        }

        if (actor.RankIn(f => f == FunctionKey.CrisisLeader) is { } place)
        {
            yield return new(place == 0 ? policy.PlannedLeader : policy.PlannedLeaderDeputy);
        }
    }

    private IEnumerable<Grant> InCrisis(Actor actor)
    {
        if (actor.IsMember)
        {
            yield return new(policy.Member);
        }

        if (actor.Readers.Admitted.TryGetValue(actor.Person, out var withTexts))
        {
            yield return new(policy.Admitted) { Opens = withTexts };
        }

        if (actor.Leads)
        {
            yield return new(policy.Leader);
        }

        foreach (var post in actor.Held)
        {
            yield return new(policy.Holder) { Own = post.Function };
            yield return new(policy.Functions.GetValueOrDefault(post.Function, Rights.None)) { Own = post.Function };
            if (post.Delegation is { } delegation && delegation.Holds(actor.Now))
            {
                yield return new(policy.Delegated) { Own = post.Function };
            }
        }
    }

    /// <param name="Rights">What comes of it.</param>
    private sealed record Grant(Rights Rights)
    {
        public bool Opens { get; init; } = true;

        /// <summary>The function that it comes with.</summary>
        public FunctionKey? Own { get; init; }

        public bool Gives(Capability capability, FunctionKey? about) => Rights.Give(capability, Own is { } function && function == about);
    }
}
