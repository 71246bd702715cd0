using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Decisions;

/// <summary>Looks up what a decision refers to: its basis, its executor, and the board that the decider was served.</summary>
public sealed class DecisionReferences(Journals journals, PersonDirectory directory, BoardReceipts receipts)
{
    public async Task<DecisionGrounds> Check(Envelope envelope, Guid crisis, TakeDecision decision, CancellationToken token)
    {
        var (seen, refusal) = receipts.Open(decision.Receipt, envelope, crisis);
        refusal ??= await RefuseBasis(envelope.Realm, crisis, decision, token).ConfigureAwait(false);
        refusal ??= await RefuseExecutor(envelope.Realm, crisis, decision, token).ConfigureAwait(false);
        return new(seen, refusal);
    }

    private async Task<Refusal?> RefuseBasis(Realm realm, Guid crisis, TakeDecision decision, CancellationToken token)
    {
        if (decision.Basis is not { Length: > 0 } basis)
        {
            return null;
        }

        var found = await journals.FactsById(realm, crisis, basis, token).ConfigureAwait(false);
        var missing = basis.Select((id, at) => (id, at)).FirstOrDefault(b => found.All(f => f.EventId != b.id));
        return missing.id == Guid.Empty
            ? null
            : (DecisionRefusals.UnknownBasis with { Pointer = $"#/basis/{missing.at}" }).With(missing.id.ToString());
    }

    private async Task<Refusal?> RefuseExecutor(Realm realm, Guid crisis, TakeDecision decision, CancellationToken token)
    {
        if (decision.Executor is not { } executor)
        {
            return null;
        }

        var stream =
            journals.Cached(realm, StreamKinds.Crisis, crisis)
            ?? await journals.Load(realm, StreamKinds.Crisis, crisis, token).ConfigureAwait(false);
        // No stream: the handler answers 404 for the crisis itself.
        return
            stream is null
            || stream.State<KloActivation>().Post(executor) is not null
            || await directory.Knows(realm, new(executor.Value), token).ConfigureAwait(false)
            ? null
            : DecisionRefusals.UnknownExecutor.With(executor.Value);
    }
}
