using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using CrisisCommand.IntegrationTests.Crash;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Boards;

/// <summary>The database stands still: what is watched stays on the screen with its age, what is known is shown, and nothing can be written.</summary>
[Collection(Alone.Name)]
public sealed class StandingStillTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>Longer than the nine seconds after which every stream used to end.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Contract = TimeSpan.FromSeconds(5);

    private readonly PostgresServer _server = new("still");
    private ProductProcess _product = null!;
    private ProductProcess _forgetful = null!;
    private HttpClient _http = null!;
    private Caller _vd = null!;
    private string _crisis = "";

    public async ValueTask InitializeAsync()
    {
        await _server.Create();
        _product = new ProductProcess(_server);
        _forgetful = new ProductProcess(_server, "forgetful", ("Reads__FromMemory", "00:00:00"), ("CrisisCommand__Seed", "false"));
        await _product.Start();
        await _forgetful.Start();
        _http = _product.Client();
        _vd = new Caller(_http, "vd", "live", await _http.GetStringAsync("/development/tokens/vd"));
        var declared = await _vd.Post("/crises", """{"kind":"fire","title":"Brand i Rågsved","reason":"Rök","evenSo":true}""");
        _crisis = declared.ShouldBe(HttpStatusCode.Created).Location!["/api".Length..];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _product.DisposeAsync();
        await _forgetful.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Streams_stay_open_pages_come_from_memory_and_all_catch_up_without_a_reload()
    {
        using var forgetful = _forgetful.Client();
        var elsewhere = new Caller(forgetful, "vd", "live", await forgetful.GetStringAsync("/development/tokens/vd"));
        using var board = await StreamReading.Open(_vd, _http, $"/api{_crisis}/board/stream");
        using var wall = await StreamReading.Open(_vd, _http, $"{_crisis}/stream");
        using var phone = await StreamReading.Open(_vd, _http, $"{_crisis}/moves");
        StreamReading[] streams = [board, wall, phone];
        foreach (var stream in streams)
        {
            await stream.Has("id: ");
        }

        foreach (var page in Pages)
        {
            (await Page(page)).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await elsewhere.Get($"/api{_crisis}/board")).ShouldBe(HttpStatusCode.OK);
        _server.Freeze();
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(streams.Select(s => s.Has("event: stale")));
        output.WriteLine($"FIGURE told after {Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s");
        await WhileItStandsStill(elsewhere);
        await TimePasses.For(Long);
        streams.ShouldAllBe(s => !s.Ended.IsCompleted);

        _server.Thaw();
        await Eventually.So(async () => (await Decide("Efteråt")).Status == HttpStatusCode.Created, "nothing can be written");
        await Task.WhenAll(streams.Select(s => s.Has("event: live")));
        await board.Has("Efteråt");
        await wall.Has("Efter&#xE5;t");
        streams.ShouldAllBe(s => !s.Ended.IsCompleted);
        await Eventually.So(async () => (await Page(_crisis)).Since is null, "the wall is still from memory");
    }

    private async Task WhileItStandsStill(Caller elsewhere)
    {
        var age = new Dictionary<string, DateTimeOffset>();
        foreach (var page in Pages)
        {
            var (status, since, html) = await Page(page);
            status.ShouldBe(HttpStatusCode.OK, page);
            since.ShouldNotBeNull();
            age[page] = DateTimeOffset.Parse(since, null);
            html.ShouldContain("Databasen svarar inte.");
            html.ShouldContain("Brand i R&#xE5;gsved");
        }

        // A start page is as old as when it was gathered; a board was kept new until the database fell silent.
        age["/live"].ShouldBeLessThan(age[_crisis]);
        (await _vd.Get($"/api{_crisis}/board")).ShouldBe(HttpStatusCode.OK).Header("Stale-Since").ShouldNotBeNull();
        using var newcomer = await StreamReading.Open(_vd, _http, $"/api{_crisis}/board/stream");
        await newcomer.Has("id: ");
        await newcomer.Has("event: stale");

        // Sibling: what this node has never read it does not make up.
        (await Timed(() => _vd.Get($"/crises/{Fresh.Id()}/board"))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Timed(() => Decide("Under tiden"))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        // The control: a node that may show nothing from memory has nothing to show.
        (await Timed(() => elsewhere.Get($"/api{_crisis}/board"))).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    /// <summary>Where a crisis is looked for, and where it is seen.</summary>
    private string[] Pages => ["/live", _crisis, $"{_crisis}/mine"];

    private Task<Reply> Decide(string decision) => _vd.Post($"/api{_crisis}/decisions", new { decision, motive = "Rök" });

    private static async Task<Reply> Timed(Func<Task<Reply>> send)
    {
        var asked = Stopwatch.GetTimestamp();
        var reply = await send();
        Stopwatch.GetElapsedTime(asked).ShouldBeLessThan(Contract);
        return reply;
    }

    private async Task<(HttpStatusCode Status, string? Since, string Html)> Page(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _vd.Token);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await _http.SendAsync(request);
        var since = answer.Headers.TryGetValues("Stale-Since", out var values) ? values.Single() : null;
        return (answer.StatusCode, since, await answer.Content.ReadAsStringAsync());
    }
}
