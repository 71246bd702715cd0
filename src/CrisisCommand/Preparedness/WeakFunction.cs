using CrisisCommand.Klo;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Preparedness;

/// <summary>A planned function that would fail the first night: nobody to hold it, or nobody to follow.</summary>
/// <param name="HasHolder">False where its holder is not known in the realm any more, or shut out.</param>
/// <param name="Deputies">Those who can come, beside the holder.</param>
public sealed record WeakFunction(PlanName Plan, PlannedFunction Function, bool HasHolder, int Deputies)
{
    /// <summary>How many deputies every function has at the least.</summary>
    public const int FewestDeputies = 1;

    /// <param name="canServe">Whether a person is known in the realm and not shut out.</param>
    public static IEnumerable<WeakFunction> Of(KloPlan plan, Func<PersonId, bool> canServe) =>
        plan
            .Functions.Select(f => new WeakFunction(
                plan.Name,
                f,
                canServe(f.Holder),
                f.Deputies.Where(d => d != f.Holder).Distinct().Count(canServe)
            ))
            .Where(f => !f.HasHolder || f.Deputies < FewestDeputies);
}
