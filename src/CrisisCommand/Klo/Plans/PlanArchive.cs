using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo.Plans;

/// <summary>Plans as they were adopted, each version as it stood.</summary>
public sealed class PlanArchive(Journals journals)
{
    /// <param name="version">Null: the one adopted last.</param>
    /// <returns>Null where there is no such plan, or no such version of it.</returns>
    public async Task<KloPlan?> Find(Realm realm, PlanName name, long? version, CancellationToken token)
    {
        var stream = KloPlan.StreamOf(name);
        if (await journals.Load(realm, StreamKinds.Plan, stream, token) is not { } head)
        {
            return null;
        }

        var wanted = version ?? head.Version;
        return wanted == head.Version ? head.State<KloPlan>()
            : wanted < 1 || wanted > head.Version ? null
            : Fold.Of<KloPlan>(await journals.Facts(realm, stream, wanted, wanted, token));
    }

    /// <summary>Every adoption, the first one first; none where there is no such plan.</summary>
    public async Task<IReadOnlyList<Fact>> Adoptions(Realm realm, PlanName name, CancellationToken token)
    {
        var facts = await journals.Facts(realm, KloPlan.StreamOf(name), 1, null, token);
        return [.. facts.Where(f => f.Event is PlanAdopted)];
    }
}
