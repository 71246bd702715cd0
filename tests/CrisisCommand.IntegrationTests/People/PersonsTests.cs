using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.People;

public class PersonsTests(Product product)
{
    [Fact]
    public async Task A_person_is_registered_and_read_with_their_functions()
    {
        var op = await product.As("operator");
        var person = new
        {
            name = "Ylva Ny",
            title = "Driftledare",
            phones = new[] { "070-174 06 90", "08-123 456 78" },
            email = "ylva@bostad.example",
        };
        (await op.Put("/persons/ylva", person, "ylva-1")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"1\"");
        (await op.Put("/persons/ylva", person, "ylva-1")).Replayed.ShouldBeTrue();

        var read = (await op.Get("/persons/ylva")).ShouldBe(HttpStatusCode.OK).Json;
        read["name"]!.GetValue<string>().ShouldBe("Ylva Ny");
        read["phones"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(["+46701740690", "+46812345678"]);
        read["channels"]!
            .AsArray()
            .Select(c => $"{c!["channel"]} {c["address"]}")
            .ShouldBe(["sms +46701740690", "voice +46701740690", "email ylva@bostad.example"]);
        read["functions"]!.AsArray().ShouldBeEmpty();

        var deputy = (await op.Get("/persons/documentation-1")).Json["functions"]!.AsArray();
        deputy
            .Where(f => f!["plan"]!.GetValue<string>() == "normal")
            .Select(f => $"{f!["function"]} {f["name"]} {f["rank"]}")
            .ShouldBe(["documentation Dokumentation 1"]);
        (await op.Get("/persons/nobody")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_is_registered_is_known_at_once_under_the_latest_name()
    {
        var (op, vd) = (await product.As("operator"), await product.As("vd"));
        var crisis = await vd.DeclareCrisis();
        (await vd.Get($"/crises/{crisis}/klo")).ShouldBe(HttpStatusCode.OK);

        (await op.Put("/persons/tove", new { name = "Tove Först" })).ShouldBe(HttpStatusCode.NoContent);
        await vd.Staff(crisis, "documentation", "tove");
        (await vd.Get($"/crises/{crisis}/klo")).Json["persons"]!["tove"]!.GetValue<string>().ShouldBe("Tove Först");
        (await op.Put("/persons/tove", new { name = "Tove Sedan" })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Get($"/crises/{crisis}/klo")).Json["persons"]!["tove"]!.GetValue<string>().ShouldBe("Tove Sedan");
    }

    [Fact]
    public async Task An_order_of_channels_is_given_and_a_person_may_be_out_of_reach()
    {
        var op = await product.As("operator");
        (await op.Put("/persons/ulla", new { name = "Ulla", phones = new[] { "+46701740691" } })).ShouldBe(HttpStatusCode.NoContent);
        (
            await op.Put("/persons/ulla/reachability", """{"channels":[{"channel":"voice"},{"channel":"sms","address":"070-1740692"}]}""")
        ).ShouldBe(HttpStatusCode.NoContent);
        (await op.Get("/persons/ulla")).Json["channels"]!
            .AsArray()
            .Select(c => $"{c!["channel"]} {c["address"]}")
            .ShouldBe(["voice +46701740691", "sms +46701740692"]);

        (await op.Put("/persons/ulla/reachability", """{"channels":[]}""")).ShouldBe(HttpStatusCode.NoContent);
        var unreachable = (await op.Get("/persons?unreachable=true&limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray();
        unreachable.ShouldContain(p => p!["id"]!.GetValue<string>() == "ulla");
        unreachable.ShouldNotContain(p => p!["id"]!.GetValue<string>() == "documentation");
        (await op.Get("/persons?unreachable=false&limit=200")).Json.AsArray().ShouldNotContain(p => p!["id"]!.GetValue<string>() == "ulla");
        (await op.Put("/persons/nobody/reachability", """{"channels":[]}""")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/persons/bo", """{"name":"Bo","phones":["112"]}""", "people.phone-invalid", "#/phones/0")]
    [InlineData("/persons/bo", """{"name":"Bo","email":"bo"}""", "people.email-invalid", "#/email")]
    [InlineData(
        "/persons/observer/reachability",
        """{"channels":[{"channel":"sms","address":"12"}]}""",
        "people.phone-invalid",
        "#/channels/0/address"
    )]
    [InlineData(
        "/persons/observer/reachability",
        """{"channels":[{"channel":"sms"},{"channel":"sms"}]}""",
        "people.channel-twice",
        "#/channels/1"
    )]
    [InlineData("/persons/bo", """{"phones":[]}""", "platform.invalid-body", "#/name")]
    [InlineData("/persons/observer/reachability", """{"channels":[{"channel":"fax"}]}""", "platform.invalid-body", "#/channels/0/channel")]
    public async Task What_is_wrong_is_named_where_it_stands(string path, string body, string code, string pointer) =>
        (await (await product.As("operator")).Put(path, body)).ShouldBeRefused(HttpStatusCode.BadRequest, code, pointer);
}
