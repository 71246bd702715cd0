using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>One request as the gateway got it.</summary>
public sealed record Sent(Guid NoticeId, string Id, string Channel, string To, string Text, DateTimeOffset At, bool Signed);

/// <summary>A provider of text messages and calls: a real listener that fails as it is told to, for each channel and number.</summary>
public sealed class Gateway : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// <summary>In the place of a channel: what the message meets that a crisis is over.</summary>
    public const string StandDown = "stand-down";

    private readonly ConcurrentDictionary<(string Channel, string To), ConcurrentQueue<Func<HttpContext, Task>>> _faults = new();
    private readonly ConcurrentQueue<Sent> _sent = new();
    private readonly CancellationTokenSource _end = new();
    private readonly WebApplication _app;

    private Gateway(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<Sent> All => [.. _sent];

    public static async Task<Gateway> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new Gateway(builder.Build());
        gateway._app.Run(gateway.Take);
        await gateway._app.StartAsync();
        var at = gateway._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        gateway.Address = new Uri(at + "/messages");
        return gateway;
    }

    public IReadOnlyList<Sent> To(string number, string? channel = null) =>
        [.. _sent.Where(s => s.To == number && (channel is null || s.Channel == channel))];

    /// <summary>Everything that was sent of one notice.</summary>
    public IReadOnlyList<Sent> Of(JsonNode notice) => [.. _sent.Where(s => s.NoticeId == notice["id"]!.GetValue<Guid>())];

    /// <summary>The next request for that number is answered so; those after what is told are taken.</summary>
    public Gateway Then(string channel, string to, int status, params (string Name, string Value)[] headers) =>
        Then(
            channel,
            to,
            http =>
            {
                http.Response.StatusCode = status;
                foreach (var (name, value) in headers)
                {
                    http.Response.Headers[name] = value;
                }

                return Task.CompletedTask;
            }
        );

    /// <summary>Never answers.</summary>
    public Gateway ThenSilence(string channel, string to) =>
        Then(
            channel,
            to,
            async http =>
            {
                using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _end.Token);
                await TimePasses.Until(gone.Token);
            }
        );

    /// <summary>Takes the message, and the connection breaks before the answer.</summary>
    public Gateway ThenLost(string channel, string to) =>
        Then(
            channel,
            to,
            http =>
            {
                http.Abort();
                return Task.CompletedTask;
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _app.DisposeAsync();
        _end.Dispose();
    }

    private Gateway Then(string channel, string to, Func<HttpContext, Task> fault)
    {
        _faults.GetOrAdd((channel, to), _ => new()).Enqueue(fault);
        return this;
    }

    private async Task Take(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer);
        var (headers, bytes, now) = (http.Request.Headers, buffer.ToArray(), TimeProvider.System.GetUtcNow());
        var body = JsonNode.Parse(bytes)!;
        var (channel, to) = (body["channel"]!.GetValue<string>(), body["to"]!.GetValue<string>());
        var id = headers[StandardWebhooks.IdHeader].ToString();
        var signed = StandardWebhooks
            .Of(Secret)!
            .Verifies(id, headers[StandardWebhooks.TimestampHeader], headers[StandardWebhooks.SignatureHeader], bytes, now);
        _sent.Enqueue(
            new(Guid.Parse(body["noticeId"]!.GetValue<string>()), id, channel, to, body["text"]!.GetValue<string>(), now, signed)
        );
        // That a crisis is over is told to many, of whom other tests tell what their next message meets.
        var of = body["text"]!.GetValue<string>().Contains("Avblåst", StringComparison.Ordinal) ? StandDown : channel;
        if (_faults.TryGetValue((of, to), out var faults) && faults.TryDequeue(out var fault))
        {
            await fault(http);
            return;
        }

        await http.Response.WriteAsJsonAsync(new { id = $"taken-{id}" });
    }
}
