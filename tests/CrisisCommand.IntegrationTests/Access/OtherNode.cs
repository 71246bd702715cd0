using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>Another node of the product, as far as it commits: with a memory of its own, and without a bell that this one would hear.</summary>
internal sealed class OtherNode(Product product) : IAsyncDisposable
{
    private readonly Journals _journals = new(
        product.Services.GetRequiredService<IDocumentStore>(),
        product.Services.GetRequiredService<EventCatalogue>(),
        product.Services.GetRequiredService<JournalReading>(),
        product.Services.GetRequiredService<JournalBreaks>(),
        product.Services.GetRequiredService<CommitAttempt>(),
        TimeProvider.System
    );

    public async Task Append(string kind, Guid stream, params IDomainEvent[] events)
    {
        var head = await _journals.Known(Realm.Live, kind, stream, refresh: true, default);
        var context = CommandContext.Internal(Realm.Live, TimeProvider.System, "other-node", "other-node");
        (await _journals.Commit(context, null, [new Append(head, events)], _ => null, default)).ShouldBeOfType<CommitResult.Done>();
    }

    /// <summary>Reads a stream without what this node remembers of it.</summary>
    public Task Read(string kind, Guid stream) => _journals.Load(Realm.Live, kind, stream, default);

    public ValueTask DisposeAsync()
    {
        _journals.Dispose();
        return ValueTask.CompletedTask;
    }
}
