using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Manual;

/// <summary>What the commands on cards share: they decide on the crisis and on the edition that it pins.</summary>
public sealed class CardDesk(CommandHandler handler, Journals journals, Editions editions)
{
    public async Task<IResult> Handle(
        CommandContext context,
        Guid crisis,
        Func<CardWork, ManualEdition, Outcome> decide,
        CancellationToken token
    )
    {
        // The pin stands in the first fact and never changes, so that any version of the crisis tells it.
        var known =
            journals.Cached(context.Realm, StreamKinds.Crisis, crisis)
            ?? await journals.Load(context.Realm, StreamKinds.Crisis, crisis, token);
        var edition = await editions.Pinned(context.Realm, known?.State<CardWork>().Manual, token);
        return await handler.Handle(context, StreamKinds.Crisis, crisis, s => decide(s.State<CardWork>(), edition), token: token);
    }
}
