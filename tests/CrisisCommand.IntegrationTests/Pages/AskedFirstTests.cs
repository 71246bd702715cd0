using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Pages;

/// <summary>Back, and pressed again: a form that says once more what was said a moment ago asks first, and loses nothing that was typed.</summary>
public class AskedFirstTests(Product product)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crisis_declared_again_is_joined_or_is_another(bool script)
    {
        using var browsing = await Browsing.As("vd", product);
        var title = $"Tillbaka och en gång till {Fresh.Id()}";
        (string, string)[] form = [("kind", "other"), ("title", title), ("reason", "Fara för liv"), ("_next", "{location}/mine")];
        var first = (await Post(browsing, "/live/crises", form)).Headers.Location!.ToString();

        var asked = await Post(browsing, "/live/crises", form, script);
        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        page.ShouldContain($"href=\"{first}\">Gå med i krisen");
        page.ShouldContain("name=\"evenSo:flag\" value=\"true\">Det är en annan kris");
        if (!script)
        {
            page.ShouldContain($"name=\"title\" value=\"{title}\"");
        }

        var another = await Post(browsing, "/live/crises", [.. form, ("evenSo:flag", "true")]);
        another.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        another.Headers.Location!.ToString().ShouldNotBe(first);
    }

    [Fact]
    public async Task A_decision_pressed_again_is_gone_to_or_is_a_new_one()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        using var browsing = await Browsing.As("vd", product);
        var path = $"/live/crises/{crisis}/decisions";
        (string, string)[] form = [("decision", "Utrym uppgång B"), ("motive", "Rök"), ("_next", "{location}")];
        (await Post(browsing, path, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var asked = await Post(browsing, path, form);
        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        page.ShouldContain($"href=\"{path}/1\">Gå till beslutet");
        page.ShouldContain("Det är ett nytt beslut");
        (await Post(browsing, path, [.. form, ("evenSo:flag", "true")])).Headers.Location!.ToString().ShouldBe($"{path}/2");
    }

    private static async Task<HttpResponseMessage> Post(
        Browsing browsing,
        string path,
        IEnumerable<(string Name, string Value)> form,
        bool script = false
    )
    {
        (string Name, string Value)[] all = [("__RequestVerificationToken", await browsing.Token()), ("_key", $"{Fresh.Id()}"), .. form];
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(all.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        if (script)
        {
            request.Headers.Add("HX-Request", "true");
        }

        return await browsing.Send(request);
    }
}
