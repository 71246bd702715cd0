using CrisisCommand.Platform;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>Another node of the product, as far as it commits: with a memory of its own, and without a bell that this one would hear.</summary>
internal sealed class OtherNode(Product product) : IAsyncDisposable
{
    private readonly Journals _journals = new(
        product.Services.GetRequiredService<IDocumentStore>(),
        product.Services.GetRequiredService<EventCatalogue>(),
        TimeProvider.System
    );

    public async Task Append(string kind, Guid stream, params IDomainEvent[] events)
    {
        var head = (await _journals.Load(Realm.Live, kind, stream, default))!;
        var envelope = Envelope.Internal(Realm.Live, TimeProvider.System, "other-node", "other-node");
        (await _journals.Commit(envelope, null, [new Append(head, events)], _ => null, default)).ShouldBeOfType<CommitResult.Done>();
    }

    public ValueTask DisposeAsync()
    {
        _journals.Dispose();
        return ValueTask.CompletedTask;
    }
}
