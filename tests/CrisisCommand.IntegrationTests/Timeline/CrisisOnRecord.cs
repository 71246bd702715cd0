using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Timeline;

/// <summary>A crisis declared over HTTP, whose journal is then written straight through the store: the events are what is read here.</summary>
internal sealed class CrisisOnRecord(Product product, Caller vd, Guid id)
{
    public Guid Id => id;

    public Caller Vd => vd;

    public static async Task<CrisisOnRecord> Declare(Product product, string title = "Brand, Ekholmen 3", string realm = "live")
    {
        var vd = await product.As("vd", realm);
        var declared = await vd.Post(
            "/crises",
            new
            {
                kind = "fire",
                title,
                reason = "Fara för liv",
                evenSo = true,
            }
        );
        return new(product, vd, declared.ShouldBe(System.Net.HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>());
    }

    public async Task<IReadOnlyList<Fact>> Append(params IDomainEvent[] events)
    {
        var services = product.Services;
        var journals = services.GetRequiredService<Journals>();
        var realm = new Realm(vd.Base["/api/".Length..]);
        var context = CommandContext.Internal(realm, services.GetRequiredService<TimeProvider>(), "test", "test") with
        {
            By = new(vd.Person),
        };
        var stream = await journals.Load(realm, StreamKinds.Crisis, id, CancellationToken.None);
        var commit = await journals.Commit(context, null, [new(stream!, events)], _ => null, CancellationToken.None);
        return commit.ShouldBeOfType<CommitResult.Done>().Facts;
    }

    public Task<Reply> Timeline(string query = "") => vd.Get($"/crises/{id}/timeline{query}");

    /// <summary>The address of the next page, as the Link header has it.</summary>
    public static string? Next(Reply reply) => reply.Header("Link") is { } link ? link[(link.IndexOf('<') + 1)..link.IndexOf('>')] : null;
}
