using System.Net;
using System.Text.Json;
using CrisisCommand.Crises;
using CrisisCommand.Duty;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>A stored view is a convenience: the same fold over the events gives it again, to the letter.</summary>
public class RebuiltViewsTests(Product product)
{
    [Fact]
    public async Task Every_view_rebuilt_equals_the_view_as_written()
    {
        var vd = await product.As("vd");
        var reported = await vd.Post(
            "/incidents",
            new
            {
                kind = "fire",
                place = "Ekholmen 3",
                area = "skarholmen",
                text = "Rök",
            }
        );
        var incidentId = reported.ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
        (await vd.Post($"/incidents/{incidentId}/assessment", new { severity = "severe", text = "Spridning" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        var declared = await vd.Post(
            "/crises",
            new
            {
                kind = "fire",
                title = "Brand",
                reason = "Hot mot liv",
                incidentIds = new[] { incidentId },
            }
        );
        var crisisId = declared.ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();
        (await vd.Post($"/crises/{crisisId}/stand-down", new { text = "Släckt" })).ShouldBe(HttpStatusCode.NoContent);

        await ShouldEqual<IncidentView>(incidentId);
        await ShouldEqual<CrisisView>(crisisId);
        await ShouldEqual<KloPlanView>(KloPlan.StreamOf(PlanName.Normal));
        await ShouldEqual<RosterView>(RosterLayer.OnCallManager.Stream);
        await ShouldEqual<Person>(Person.StreamOf(new("vd")));
    }

    private async Task ShouldEqual<TView>(Guid id)
        where TView : class, IView<TView>
    {
        var services = product.Services;
        await using var session = services.GetRequiredService<IDocumentStore>().QuerySession(Realm.Live.Name);
        var written = await session.LoadAsync<TView>(id);
        var facts = await services.GetRequiredService<Journals>().Facts(Realm.Live, id, 1, null, default);
        var followed = facts.Where(f => typeof(TView) != typeof(CrisisView) || CrisisView.Events.Contains(f.Event.GetType()));
        var rebuilt = followed.Aggregate(TView.Begin(id), (view, fact) => view.After(fact));

        Canonical(written.ShouldNotBeNull()).ShouldBe(Canonical(rebuilt));
        Canonical(written).ShouldNotBe(Canonical(TView.Begin(id)));
    }

    private string Canonical<TView>(TView view) => JsonSerializer.Serialize(view, Json.Stored(product.Services.GetServices<Facts>()));
}
