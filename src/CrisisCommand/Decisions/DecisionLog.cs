using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Decisions;

/// <summary>Where a decision stands.</summary>
public enum DecisionStatus
{
    Taken,
    Executed,
    Revised,
    Withdrawn,
}

/// <summary>A decision as the rules know it.</summary>
/// <param name="Function">The function that goes on with what it was taken in, whatever plan the crisis is led by since; null where none does.</param>
public sealed record DecisionKnown(PersonId By, DecisionTaken Taken, FunctionKey? Function, DecisionStatus Status = DecisionStatus.Taken)
{
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Whether it was established that its time is out.</summary>
    public bool Overdue { get; init; }
}

/// <summary>What the rules of decisions need to know: each one and where it stands, since when the crisis is declared, and whether it is over.</summary>
public sealed record DecisionLog : IState<DecisionLog>
{
    public static DecisionLog Initial { get; } = new();

    /// <summary>By number: the first stands at index 0.</summary>
    public ImmutableList<DecisionKnown> Decisions { get; init; } = [];

    public DateTimeOffset DeclaredAt { get; init; }
    public bool IsStoodDown { get; init; }

    public int NextNumber => Decisions.Count + 1;

    public DecisionKnown? Of(int number) => number >= 1 && number <= Decisions.Count ? Decisions[number - 1] : null;

    /// <summary>How long the same decision by the same person is taken for the same once more.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(2);

    /// <summary>What a person decided a moment ago and has not withdrawn; the newest first, and no further back than that moment.</summary>
    public IEnumerable<DecisionKnown> Lately(PersonId by, DateTimeOffset now)
    {
        for (var n = Decisions.Count; n > 0 && now - Decisions[n - 1].RecordedAt <= Again; n--)
        {
            if (Decisions[n - 1] is { Status: not DecisionStatus.Withdrawn } known && known.By == by)
            {
                yield return known;
            }
        }
    }

    public DecisionLog After(Fact fact) =>
        fact.Event switch
        {
            KloConvened => this with { DeclaredAt = fact.RecordedAt },
            DecisionTaken taken => this with
            {
                Decisions = Decisions.Add(new(fact.By, taken, taken.Function) { RecordedAt = fact.RecordedAt }),
            },
            DecisionOverdue late => this with
            {
                Decisions = Decisions.SetItem(late.Number - 1, Decisions[late.Number - 1] with { Overdue = true }),
            },
            DecisionExecuted executed => Now(executed.Number, DecisionStatus.Executed),
            DecisionRevised revised => Now(revised.Number, DecisionStatus.Revised),
            DecisionWithdrawn withdrawn => Now(withdrawn.Number, DecisionStatus.Withdrawn),
            KloReorganised reorganised => this with
            {
                Decisions = [.. Decisions.Select(d => d with { Function = Following(d.Function, reorganised) })],
            },
            KloStoodDown _ => this with { IsStoodDown = true },
            _ => this,
        };

    private static FunctionKey? Following(FunctionKey? function, KloReorganised to) =>
        to.Mapping.Where(m => m.From == function).Select(m => (FunctionKey?)m.To).FirstOrDefault();

    private DecisionLog Now(int number, DecisionStatus status) =>
        this with
        {
            Decisions = Decisions.SetItem(number - 1, Decisions[number - 1] with { Status = status }),
        };
}
