using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo;

/// <summary>The version of the plan by which a crisis is led, whatever was adopted since.</summary>
public static class PinnedPlan
{
    public static async Task<KloPlan> Of(Journals journals, Realm realm, KloActivation klo, CancellationToken token) =>
        klo.Plan is { } name
            ? Fold.Of<KloPlan>(await journals.Facts(realm, KloPlan.StreamOf(name), klo.PlanVersion, klo.PlanVersion, token))
            : KloPlan.Initial;
}
