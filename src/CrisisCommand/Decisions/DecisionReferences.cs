using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Decisions;

/// <summary>Looks up what a decision refers to outside its own journal's state: its basis, a person to carry it out, the board served.</summary>
public sealed class DecisionReferences(Journals journals, PersonDirectory directory, BoardReceipts receipts)
{
    public async Task<DecisionGrounds> Check(
        CommandContext context,
        Guid crisis,
        string? receipt,
        ImmutableArray<Guid>? basis,
        FunctionKey? executor,
        CancellationToken token
    )
    {
        var (seen, refusal) = receipts.Open(receipt, context, crisis);
        refusal ??= await RefuseBasis(context.Realm, crisis, basis ?? [], token);
        var isPerson = executor is { } named && await directory.Knows(context.Realm, new(named.Value), token);
        return new(seen, refusal, isPerson ? executor : null);
    }

    private async Task<Refusal?> RefuseBasis(Realm realm, Guid crisis, ImmutableArray<Guid> basis, CancellationToken token)
    {
        if (basis.IsEmpty)
        {
            return null;
        }

        var found = await journals.FactsById(realm, crisis, basis, token);
        var missing = basis.Select((id, at) => (id, at)).FirstOrDefault(b => found.All(f => f.EventId != b.id));
        return missing.id == Guid.Empty
            ? null
            : (DecisionRefusals.UnknownBasis with { Pointer = $"#/basis/{missing.at}" }).With(missing.id.ToString());
    }
}
