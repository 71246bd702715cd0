using System.Net;
using System.Text;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>The same alarm, and messages that name each other, from many at once on two nodes: one incident, whatever the order.</summary>
public sealed class AlarmRaceTests(Product product) : IAsyncLifetime
{
    private const int Writers = 16;
    private WebApplicationFactory<Program> _other = null!;
    private Caller[] _nodes = [];

    public async ValueTask InitializeAsync()
    {
        _other = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting("ConnectionStrings:CrisisCommand", product.ConnectionString);
            host.UseSetting("urls", "http://127.0.0.1:0");
        });
        _other.UseKestrel(0);
        _other.StartServer();
        var http = _other.CreateClient();
        var token = await http.GetStringAsync("/development/tokens/tib");
        _nodes = [await product.As("tib"), new Caller(http, "tib", "live", token.Trim(), patient: true)];
    }

    public async ValueTask DisposeAsync() => await _other.DisposeAsync();

    [Fact]
    public async Task Sixteen_at_once_are_one_incident()
    {
        for (var round = 0; round < 5; round++)
        {
            var alarm = new CapMessage();
            var replies = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => alarm.Post(_nodes[i % 2])));
            replies.Count(r => r.Status == HttpStatusCode.Created).ShouldBe(1, string.Join('\n', replies.Select(r => r.Text)));
            replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(Writers - 1, string.Join('\n', replies.Select(r => r.Text)));
            var incident = replies.Select(r => r.Json["incidentId"]!.ToString()).Distinct().ShouldHaveSingleItem();
            (await _nodes[0].Get($"/incidents/{incident}")).ETag.ShouldBe($"\"{Writers}\"");
        }
    }

    [Fact]
    public async Task An_alarm_and_all_that_name_it_at_once_are_one_incident_that_says_the_last_word()
    {
        for (var round = 0; round < 5; round++)
        {
            var alarm = new CapMessage();
            var first = alarm.Update();
            var second = first.Update(alarm, first);
            CapMessage[] messages = [second, alarm, first, second, first, alarm];
            var replies = await Task.WhenAll(messages.Select((m, i) => m.Post(_nodes[i % 2])));
            replies.Where(r => r.Status is not (HttpStatusCode.Created or HttpStatusCode.OK)).Select(r => r.Text).ShouldBeEmpty();
            var incident = replies.Select(r => r.Json["incidentId"]!.ToString()).Distinct().ShouldHaveSingleItem();
            (await _nodes[1].Get($"/incidents/{incident}")).Json["text"]!.ToString().ShouldBe("Update 2");
        }
    }

    [Fact]
    public async Task Two_feeds_of_the_same_alarms_in_opposite_order_are_taken()
    {
        for (var round = 0; round < 5; round++)
        {
            var alarms = Enumerable.Range(0, 10).Select(_ => new CapMessage()).ToList();
            var feeds = new[] { alarms, Enumerable.Reverse(alarms).ToList() }.Select(order =>
                Encoding.UTF8.GetBytes($"<alerts>{string.Concat(order.Select(a => a.Xml))}</alerts>")
            );
            var replies = await Task.WhenAll(feeds.Select((feed, i) => _nodes[i].PostBytes("/alarms", feed, "text/xml")));
            replies.Count(r => r.Status == HttpStatusCode.Created).ShouldBe(1, string.Join('\n', replies.Select(r => r.Text)));
            replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(1);
        }
    }
}
