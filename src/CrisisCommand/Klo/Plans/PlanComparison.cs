using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo.Plans;

public sealed record TextChange(string From, string To);

public sealed record HolderChange(PersonId From, PersonId To);

/// <summary>In minutes; null: as the product is set.</summary>
public sealed record AnswerTimeChange(int? From, int? To);

/// <summary>What is another in one function of both plans; null and empty where nothing is.</summary>
/// <param name="DeputiesReordered">Those who are deputies in both come in another order.</param>
public sealed record FunctionChange(
    FunctionKey Key,
    TextChange? Name,
    TextChange? Mandate,
    HolderChange? Holder,
    IReadOnlyList<PersonId> DeputiesAdded,
    IReadOnlyList<PersonId> DeputiesRemoved,
    bool DeputiesReordered,
    AnswerTimeChange? AnswerWithinMinutes
)
{
    internal bool IsAny =>
        DeputiesReordered
        || DeputiesAdded.Count + DeputiesRemoved.Count > 0
        || new object?[] { Name, Mandate, Holder, AnswerWithinMinutes }.Any(c => c is not null);
}

/// <summary>What one version of a plan has that another has not.</summary>
/// <param name="Kept">Functions of both in which nothing is another.</param>
public sealed record PlanComparison(
    IReadOnlyList<FunctionKey> Added,
    IReadOnlyList<FunctionKey> Removed,
    IReadOnlyList<FunctionKey> Kept,
    IReadOnlyList<FunctionChange> Changed
)
{
    /// <param name="words">Opens the names and mandates: equal words are committed to differently in every version.</param>
    public static PlanComparison Of(KloPlan from, KloPlan to, Words words)
    {
        var pairs = from.Functions.Join(to.Functions, f => f.Key, t => t.Key, (f, t) => Of(f, t, words)).ToList();
        return new(
            [.. to.Functions.Select(f => f.Key).Except(from.Functions.Select(f => f.Key))],
            [.. from.Functions.Select(f => f.Key).Except(to.Functions.Select(f => f.Key))],
            [.. pairs.Where(p => !p.IsAny).Select(p => p.Key)],
            [.. pairs.Where(p => p.IsAny)]
        );
    }

    private static FunctionChange Of(PlannedFunction from, PlannedFunction to, Words words) =>
        new(
            from.Key,
            Of(from.Name, to.Name, words),
            Of(from.Mandate, to.Mandate, words),
            from.Holder == to.Holder ? null : new(from.Holder, to.Holder),
            [.. to.Deputies.Except(from.Deputies)],
            [.. from.Deputies.Except(to.Deputies)],
            !from.Deputies.Intersect(to.Deputies).SequenceEqual(to.Deputies.Intersect(from.Deputies)),
            from.AnswerWithinMinutes == to.AnswerWithinMinutes ? null : new(from.AnswerWithinMinutes, to.AnswerWithinMinutes)
        );

    private static TextChange? Of(CommittedText from, CommittedText to, Words words) =>
        from.Commitment == to.Commitment || words.Text(from) == words.Text(to) ? null : new(words.Text(from), words.Text(to));
}
