using System.Net;
using System.Text;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Pages;

public class FormPostTests(Product product)
{
    private const string Field = "__RequestVerificationToken";

    [Fact]
    public async Task A_form_sent_twice_is_one_decision()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        using var browsing = await Browsing.As("vd", product);
        (string, string)[] form =
        [
            (Field, await browsing.Token()),
            ("_key", $"{Fresh.Id()}"),
            ("_next", $"/live/crises/{crisis}"),
            ("decision", "Utrym uppgång B"),
            ("motive", "Rök"),
        ];

        for (var i = 0; i < 2; i++)
        {
            var answer = await browsing.Post($"/live/crises/{crisis}/decisions", form);
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            answer.Headers.Location!.ToString().ShouldBe($"/live/crises/{crisis}");
        }

        (await (await product.As("vd")).Get($"/crises/{crisis}/decisions")).Text.ShouldContain("\"number\":1");
        (await (await product.As("vd")).Get($"/crises/{crisis}/decisions")).Text.ShouldNotContain("\"number\":2");
    }

    [Fact]
    public async Task A_form_that_no_page_of_ours_made_does_nothing()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        using var browsing = await Browsing.As("vd", product);
        var events = (await product.StoredEvents(crisis)).Count;

        var forged = await browsing.Post($"/live/crises/{crisis}/decisions", ("_key", "k"), ("decision", "x"), ("motive", "y"));

        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await product.StoredEvents(crisis)).Count.ShouldBe(events);
    }

    /// <summary>A page of another site can send neither the header nor our token; the cookie alone opens nothing that changes anything.</summary>
    [Theory]
    [InlineData(false, HttpStatusCode.Forbidden)]
    [InlineData(true, HttpStatusCode.Created)]
    public async Task A_command_by_cookie_needs_the_token_of_a_page(bool token, HttpStatusCode expected)
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        using var browsing = await Browsing.As("vd", product);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/live/crises/{crisis}/entries");
        request.Content = new StringContent("""{"text":"rad"}""", Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{Fresh.Id()}\"");
        if (token)
        {
            request.Headers.TryAddWithoutValidation("RequestVerificationToken", await browsing.Token());
        }

        (await browsing.Send(request)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Another_persons_token_does_not_serve()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        using var other = await Browsing.As("chief-of-staff", product);
        using var browsing = await Browsing.As("vd", product);

        var answer = await browsing.Post($"/live/crises/{crisis}/entries", (Field, await other.Token()), ("_key", "k"), ("text", "x"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_words_and_what_was_typed_is_not_lost()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        using var browsing = await Browsing.As("vd", product);

        var answer = await browsing.Post(
            $"/live/crises/{crisis}/decisions",
            (Field, await browsing.Token()),
            ("_key", $"{Fresh.Id()}"),
            ("decision", "Utrym uppgang B")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("Motiv");
        page.ShouldContain("Utrym uppgang B");
    }

    /// <summary>No form of ours has a thousand fields; whoever sends one is told so, and the node is none the worse.</summary>
    [Fact]
    public async Task A_form_beyond_all_measure_is_refused_in_words()
    {
        using var browsing = await Browsing.As("vd", product);
        var fields = Enumerable.Range(0, 2000).Select(i => ($"f{i}", "x")).ToArray();

        var answer = await browsing.Post($"/live/crises/{Fresh.Id()}/entries", fields);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Nobody_is_sent_on_to_another_host()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        using var browsing = await Browsing.As("vd", product);

        var answer = await browsing.Post(
            $"/live/crises/{crisis}/entries",
            (Field, await browsing.Token()),
            ("_key", $"{Fresh.Id()}"),
            ("_next", "//elsewhere.example/"),
            ("text", "x")
        );

        answer.Headers.Location!.ToString().ShouldBe("/");
    }
}
