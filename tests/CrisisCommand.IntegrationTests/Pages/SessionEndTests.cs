using System.Net;
using CrisisCommand.Access;
using CrisisCommand.IntegrationTests.Access;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Pages;

/// <summary>A session that is over is over for whoever kept a copy of its cookie, on every node, at the next request.</summary>
public class SessionEndTests(Product product)
{
    [Fact]
    public async Task A_kept_cookie_is_worth_nothing_after_signing_out_and_the_person_s_other_browsers_go_on()
    {
        var person = await product.Newcomer("signs-out");
        using var desk = await Browsing.As(person, product);
        using var phone = await Browsing.As(person, product);
        var kept = desk.Cookie;
        // The control; and again where the machine was too busy to answer in time.
        await Eventually.Is(() => Browsing.With(kept, product), s => s == HttpStatusCode.OK);

        await desk.SignOut();

        (await Browsing.With(kept, product)).ShouldBe(HttpStatusCode.Redirect);
        (await Browsing.With(kept, product, "/api/live/reference")).ShouldBe(HttpStatusCode.Unauthorized);
        (await phone.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser_s_session()
    {
        var person = await product.Newcomer("everywhere");
        using var desk = await Browsing.As(person, product);
        using var phone = await Browsing.As(person, product);
        (await (await desk.Get("/live")).Content.ReadAsStringAsync()).ShouldContain("Dina inloggningar");

        await desk.SignOut(("everywhere", "yes"));

        (await phone.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await Browsing.As(person, product);
        (await again.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>By a node that this one hears nothing of: what is asked is asked anew.</summary>
    [Fact]
    public async Task A_session_ended_on_another_node_is_over_here()
    {
        var person = await product.Newcomer("elsewhere");
        using var browsing = await Browsing.As(person, product);
        (await browsing.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using var other = new OtherNode(product);
        await other.Append(StreamKinds.SignIns, SignIns.StreamOf(new(person.Person)), new SignedOutEverywhere(new(person.Person)));

        (await browsing.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Shutting_out_ends_sessions_which_a_reopening_does_not_bring_back()
    {
        var (person, operations) = (await product.Newcomer("shut-out"), await product.As("operator"));
        using var browsing = await Browsing.As(person, product);
        var path = $"/persons/{person.Person}";
        (await operations.Post($"{path}/access-closure", new { why = "Stulen telefon" })).ShouldBe(HttpStatusCode.NoContent);
        (await browsing.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await operations.Post($"{path}/access-reopening", new { why = "Ny telefon" })).ShouldBe(HttpStatusCode.NoContent);
        (await browsing.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Operations_end_the_sessions_of_a_lost_phone_and_nobody_else_those_of_another()
    {
        var (person, operations) = (await product.Newcomer("lost-phone"), await product.As("operator"));
        using var browsing = await Browsing.As(person, product);
        var path = $"/persons/{person.Person}/sessions";
        (await (await product.As("communications")).Delete(path)).ShouldBeRefused(HttpStatusCode.Forbidden, "access.not-permitted");
        // Who may do everything in an exercise ends nobody's session from there.
        (await (await product.As("exercise-controller", "ovning")).Delete(path)).ShouldBe(HttpStatusCode.Forbidden);
        (await browsing.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await operations.Delete(path)).ShouldBe(HttpStatusCode.NoContent);
        (await browsing.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await person.Delete(path)).ShouldBe(HttpStatusCode.NoContent);
        // Tokens live on: they are the issuer's.
        (await person.Get("/access")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_signs_in_anew_leaves_the_session_they_had()
    {
        var person = await product.Newcomer("anew");
        using var browsing = await Browsing.As(person, product);
        var kept = browsing.Cookie;
        await browsing.SignIn(person, product);

        browsing.Cookie.ShouldNotBe(kept);
        (await Browsing.With(kept, product)).ShouldBe(HttpStatusCode.Redirect);
        (await browsing.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_ends_in_time_however_busy_it_is()
    {
        var person = await product.Newcomer("busy");
        using var browsing = await Browsing.As(person, product);
        var journals = product.Services.GetRequiredService<Journals>();
        var stream = SignIns.StreamOf(new(person.Person));
        var known = await journals.Known(Realm.Live, StreamKinds.SignIns, stream, refresh: true, default);
        var (digest, session) = known.State<SignIns>().Sessions.Single();
        (session.Until - session.Since).ShouldBe(TimeSpan.FromHours(14), TimeSpan.FromSeconds(5));

        var over = new SignedIn(new(person.Person), digest, session.Since.AddHours(-1));
        await product.Append(Realm.Live, new(StreamKinds.SignIns, stream), over);
        (await browsing.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>Within the stream's own heartbeat where nothing else tells it sooner.</summary>
    [Fact]
    public async Task The_stream_of_a_session_that_is_over_ends()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        using var browsing = await Browsing.As("vd", product);
        using var stream = await browsing.Open($"/live/crises/{crisis}/stream");
        stream.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var body = await stream.Content.ReadAsStreamAsync();

        await browsing.SignOut();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        var buffer = new byte[8192];
        while (await body.ReadAsync(buffer, patience.Token) > 0) { }
    }

    /// <summary>The journal says who was in, and holds nothing that lets anybody in.</summary>
    [Fact]
    public async Task The_journal_knows_the_session_by_its_digest_alone()
    {
        var person = await product.Newcomer("digest");
        using var browsing = await Browsing.As(person, product);
        var stored = await product.StoredEvents(SignIns.StreamOf(new(person.Person)));
        stored.Select(e => (string)e!["type"]!).ShouldBe(["signed_in"]);
        ((string)stored[0]!["data"]!["session"]!).Length.ShouldBe(64);
    }
}
