using System.Net;
using System.Reflection;
using System.Text.Json;
using CrisisCommand.IntegrationTests.Crises;
using CrisisCommand.IntegrationTests.Notifications;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>A stored view is a convenience: the same fold over the events gives it again, to the letter.</summary>
public class RebuiltViewsTests(Product product)
{
    /// <summary>Of each view; the product is shared, and others make hundreds.</summary>
    private const int Compared = 60;

    /// <summary>Found, so that a view that is new is among them.</summary>
    private static IEnumerable<Type> Views =>
        typeof(Program)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false })
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IView<>)));

    public static TheoryData<string> Names => [.. Views.Select(v => v.FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_view_rebuilt_equals_the_view_as_written(string name)
    {
        await SomethingOfEverything();
        var view = Views.Single(v => v.FullName == name);
        // Messages are composed in their own time.
        await Eventually.So(
            () => (Task<bool>)Generic(nameof(IsWritten), view).Invoke(this, [])!,
            $"nothing is written in {name}: do here what writes it"
        );
        var differing = await (Task<int>)Generic(nameof(EqualRebuilt), view).Invoke(this, [])!;
        differing.ShouldBeGreaterThan(0, $"no {name} is other than at its beginning");
    }

    /// <summary>An alarm, of which the officer on call is told; an incident reported, assessed, and raised to a crisis that ends.</summary>
    private async Task SomethingOfEverything()
    {
        await (await product.As("tib")).Alarm();
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        var assessment = new { severity = "severe", text = "Spridning" };
        (await vd.Post($"/incidents/{incident}/assessment", assessment)).ShouldBe(HttpStatusCode.NoContent);
        var crisis = new
        {
            kind = "fire",
            title = "Brand",
            reason = "Hot mot liv",
            evenSo = true,
            incidentIds = new[] { incident },
        };
        var declared = (await vd.Post("/crises", crisis)).ShouldBe(HttpStatusCode.Created);
        await product.StandDown(declared.Json["crisisId"]!.GetValue<Guid>());
    }

    private async Task<bool> IsWritten<TView>()
        where TView : class, IView<TView> => (await Ids<TView>()).Count > 0;

    /// <summary>How many of them are other than at their beginning.</summary>
    private async Task<int> EqualRebuilt<TView>()
        where TView : class, IView<TView>
    {
        var differing = 0;
        foreach (var id in await Ids<TView>())
        {
            var (written, rebuilt) = await Both<TView>(id);
            written.ShouldBe(rebuilt, $"{typeof(TView).Name} {id}");
            differing += written == Canonical(TView.Begin(id)) ? 0 : 1;
        }

        return differing;
    }

    /// <summary>Of one moment: nothing was written between two looks at the view, so the facts between them are its own.</summary>
    private async Task<(string Written, string Rebuilt)> Both<TView>(Guid id)
        where TView : class, IView<TView>
    {
        var followed = ((DocumentStore)Store).Options.Projections.All.OfType<ViewProjection<TView>>().Single().IncludedEventTypes;
        while (true)
        {
            var written = Canonical((await Load<TView>(id)).ShouldNotBeNull());
            var facts = await product.Services.GetRequiredService<Journals>().Facts(Realm.Live, id, 1, null, default);
            if (written == Canonical((await Load<TView>(id))!))
            {
                var own = facts.Where(f => followed.Contains(f.Event.GetType()));
                return (written, Canonical(own.Aggregate(TView.Begin(id), (view, fact) => view.After(fact))));
            }
        }
    }

    private async Task<IReadOnlyList<Guid>> Ids<TView>()
        where TView : class, IView<TView>
    {
        await using var session = Store.QuerySession(Realm.Live.Name);
        return [.. (await session.Query<TView>().Take(Compared).ToListAsync()).Select(v => v.Id)];
    }

    private async Task<TView?> Load<TView>(Guid id)
        where TView : class, IView<TView>
    {
        await using var session = Store.QuerySession(Realm.Live.Name);
        return await session.LoadAsync<TView>(id);
    }

    private static MethodInfo Generic(string method, Type view) =>
        typeof(RebuiltViewsTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(view);

    private IDocumentStore Store => product.Services.GetRequiredService<IDocumentStore>();

    private string Canonical<TView>(TView view) => JsonSerializer.Serialize(view, Json.Stored(product.Services.GetServices<Facts>()));
}
