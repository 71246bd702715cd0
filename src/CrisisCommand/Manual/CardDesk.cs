using CrisisCommand.Platform;

namespace CrisisCommand.Manual;

/// <summary>What the commands on cards share: they decide on the crisis and on the edition that it pins.</summary>
public sealed class CardDesk(CommandHandler handler, Journals journals, Editions editions)
{
    public async Task<IResult> Handle(
        Envelope envelope,
        Guid crisis,
        Func<CardWork, ManualEdition, Outcome> decide,
        CancellationToken token
    )
    {
        // The pin stands in the first fact and never changes, so that any version of the crisis tells it.
        var known =
            journals.Cached(envelope.Realm, StreamKinds.Crisis, crisis)
            ?? await journals.Load(envelope.Realm, StreamKinds.Crisis, crisis, token).ConfigureAwait(false);
        var edition = await editions.Pinned(envelope.Realm, known?.State<CardWork>().Manual, token).ConfigureAwait(false);
        return await handler
            .Handle(envelope, StreamKinds.Crisis, crisis, s => decide(s.State<CardWork>(), edition), token: token)
            .ConfigureAwait(false);
    }
}
