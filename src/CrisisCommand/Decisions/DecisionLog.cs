using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Decisions;

/// <summary>Where a decision stands.</summary>
public enum DecisionStatus
{
    Taken,
    Executed,
    Revised,
    Withdrawn,
}

/// <summary>What the rules of decisions need to know: how many there are, where each stands, who holds what, and whether it is over.</summary>
public sealed record DecisionLog : IState<DecisionLog>
{
    public static DecisionLog Initial { get; } = new();

    /// <summary>By number as well: in which function it was taken, and who carries it out.</summary>
    public ImmutableList<(FunctionKey? Function, FunctionKey? Executor)> Parties { get; init; } = [];

    /// <summary>Status by number: the first stands at index 0.</summary>
    public ImmutableList<DecisionStatus> Statuses { get; init; } = [];
    public ImmutableDictionary<FunctionKey, (PersonId Person, Mandate Mandate)> Holders { get; init; } =
        ImmutableDictionary<FunctionKey, (PersonId, Mandate)>.Empty;
    public bool IsStoodDown { get; init; }

    public int NextNumber => Statuses.Count + 1;

    public DecisionStatus? StatusOf(int number) => number >= 1 && number <= Statuses.Count ? Statuses[number - 1] : null;

    public (FunctionKey? Function, FunctionKey? Executor) PartiesOf(int number) =>
        StatusOf(number) is null ? (null, null) : Parties[number - 1];

    public (FunctionKey Function, Mandate Mandate)? HeldBy(PersonId person)
    {
        var held = Holders.Where(h => h.Value.Person == person).OrderBy(h => h.Key.Value, StringComparer.Ordinal).ToList();
        return held.Count == 0 ? null
            : held.Any(h => h.Key == FunctionKey.CrisisLeader) ? (FunctionKey.CrisisLeader, Holders[FunctionKey.CrisisLeader].Mandate)
            : (held[0].Key, held[0].Value.Mandate);
    }

    public DecisionLog After(Fact fact) =>
        fact.Event switch
        {
            DecisionTaken taken => this with
            {
                Statuses = Statuses.Add(DecisionStatus.Taken),
                Parties = Parties.Add((taken.Function, taken.Executor)),
            },
            DecisionExecuted executed => Now(executed.Number, DecisionStatus.Executed),
            DecisionRevised revised => Now(revised.Number, DecisionStatus.Revised),
            DecisionWithdrawn withdrawn => Now(withdrawn.Number, DecisionStatus.Withdrawn),
            FunctionStaffed staffed => this with { Holders = Holders.SetItem(staffed.Function, (staffed.Person, staffed.Mandate)) },
            HandoverAccepted accepted => this with { Holders = Holders.SetItem(accepted.Function, (accepted.To, accepted.Mandate)) },
            FunctionTakenOver taken => this with { Holders = Holders.SetItem(taken.Function, (taken.To, taken.Mandate)) },
            KloReorganised reorganised => this with { Holders = Mapped(reorganised) },
            KloStoodDown _ => this with { IsStoodDown = true },
            _ => this,
        };

    /// <summary>Who holds what goes with the mapping; what maps to nothing is held no more.</summary>
    private ImmutableDictionary<FunctionKey, (PersonId Person, Mandate Mandate)> Mapped(KloReorganised to) =>
        to
            .Functions.Select(f => (f.Function, From: to.Mapping.FirstOrDefault(m => m.To == f.Function)?.From))
            .Where(f => f.From is { } from && Holders.ContainsKey(from))
            .ToImmutableDictionary(f => f.Function, f => Holders[f.From!.Value]);

    private DecisionLog Now(int number, DecisionStatus status) => this with { Statuses = Statuses.SetItem(number - 1, status) };
}
