using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>Who may do what: the policy applied to one actor. Pure; the same for commands, reads and streams.</summary>
public sealed class AccessRules(AccessPolicy policy)
{
    private static readonly Capability[] InOrder = [.. KnownCapabilities.All.OrderBy(c => c.Value, StringComparer.Ordinal)];

    private readonly Grants _grants = new(policy);

    /// <summary>Null where the actor may. Who may not even know of a crisis is told that there is none.</summary>
    /// <param name="about">The function that is asked about, if any.</param>
    public Refusal? Refuse(Actor actor, Capability capability, FunctionKey? about = null) =>
        _grants.Of(actor).Any(g => g.Gives(capability, about)) ? null
        : actor.Klo is not null && !Sees(actor) ? Problems.NotFound
        : NotPermitted(capability);

    private static Refusal NotPermitted(Capability capability) => AccessRefusals.NotPermitted.As(capability.Value);

    /// <summary>Whether the actor has one of several rights, and in what capacity; the first of them is what a refusal speaks of.</summary>
    /// <param name="named">The function in which the actor says they act, which then is the only one; null where they leave it to this rule.</param>
    public Permit Permit(Actor actor, IReadOnlyList<(Capability Capability, FunctionKey? About)> rights, FunctionKey? named)
    {
        var giving = _grants.Of(actor).Where(g => rights.Any(r => g.Gives(r.Capability, r.About))).ToList();
        return giving.Count == 0 ? new(Refuse(actor, rights[0].Capability, rights[0].About))
            : named is not { } function ? new(null, CapacityBy(actor, giving))
            : RefuseNamed(actor, function) is { } refusal ? new(refusal)
            : CapacityBy(actor, giving, function) is { } capacity ? new(null, capacity)
            : new(NotPermitted(rights[0].Capability));
    }

    /// <summary>
    /// In what capacity the actor does what they may: by the right that they used, and of several as leader first, then by a delegation, then
    /// by the first function in the plan's order. What everybody may, a member does in the function that is theirs.
    /// </summary>
    private static Capacity? CapacityBy(Actor actor, IReadOnlyList<Grant> giving, FunctionKey? named = null)
    {
        var own = actor.Held.OrderBy(p => p.Function != FunctionKey.CrisisLeader).FirstOrDefault(p => named is null || p.Function == named);
        return giving
                .Where(g => g.Capacity is { } c && (named is null || c.Function == named) && !g.IsStanding)
                .MinBy(g => g.Order)
                ?.Capacity
            ?? (own is not null && giving.Any(g => g.IsEverybodys) ? actor.In(own) : null)
            ?? (named is null ? giving.FirstOrDefault(g => g.IsStanding)?.Capacity : null);
    }

    /// <summary>Null where the actor may say that they act in that function.</summary>
    private static Refusal? RefuseNamed(Actor actor, FunctionKey named) =>
        actor.Klo?.Post(named) is null ? AccessRefusals.UnknownFunction.With(named.Value)
        : actor.Held.All(p => p.Function != named) ? AccessRefusals.NotYourFunction.With(named.Value)
        : null;

    /// <summary>The same before it is known which function a command is about: null where the actor may about one of them.</summary>
    public Refusal? RefuseOutright(Actor actor, Capability capability) =>
        _grants.Of(actor).Any(g => g.Rights.EverGive(capability)) ? null : Refuse(actor, capability);

    /// <summary>Whether the actor may know that the crisis is there at all.</summary>
    public bool Sees(Actor actor) =>
        _grants.Of(actor).Any(g => g.Gives(KloCapabilities.ReadCrisis, null) || g.Gives(KloCapabilities.ReadKlo, null));

    /// <summary>Whether what the actor reads by a capability comes with the words that people wrote, and with names.</summary>
    public bool OpensTexts(Actor actor, Capability capability) => _grants.Of(actor).Any(g => g.Opens && g.Gives(capability, null));

    /// <summary>Whether the actor has a right to their own only.</summary>
    public bool OnlyOwn(Actor actor, Capability capability) =>
        !_grants.Of(actor).Any(g => g.Gives(capability, null)) && _grants.Of(actor).Any(g => g.Rights.OwnFunction.Contains(capability));

    /// <summary>Everything that the actor may do here, for pages that show only what can be done.</summary>
    public IEnumerable<Capability> All(Actor actor) => InOrder.Where(c => _grants.Of(actor).Any(g => g.Gives(c, null)));

    /// <summary>What the actor may for their own function only.</summary>
    public IEnumerable<Capability> AllOwn(Actor actor) => InOrder.Where(c => OnlyOwn(actor, c));

    /// <summary>
    /// Whether the actor may give what a role gives without anybody else: they hold all of it themselves, words included, or they answer for
    /// the organisation. Nobody gives, to anybody, what they do not hold.
    /// </summary>
    /// <param name="role">In whatever reach: admitted, it opens what its bearer is then let in to, and confines them to that.</param>
    public bool MayGive(Actor actor, StandingRole role)
    {
        if (Refuse(actor, AccessCapabilities.ConfirmGrant) is null)
        {
            return true;
        }

        var given = _grants.OfRole(role);
        return given
            .Rights.Anywhere.Concat(given.Rights.OwnFunction)
            .All(c => Refuse(actor, c) is null && (!given.Opens || OpensTexts(actor, c)));
    }
}
