using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>A real SMTP server in the test's own process, which refuses what it is told to, for each recipient.</summary>
public sealed class MailServer : MessageStore, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SmtpResponse>> _faults = new();
    private readonly ConcurrentQueue<MimeMessage> _offered = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public MailServer()
    {
        Port = FreePort();
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)))
            .Build();
        var services = new ServiceProvider();
        services.Add((IMessageStore)this);
        _serving = new SmtpServer.SmtpServer(options, services).StartAsync(_end.Token);
    }

    public int Port { get; }

    /// <summary>Every message that came whole, taken or not.</summary>
    public IReadOnlyList<MimeMessage> All => [.. _offered];

    public IReadOnlyList<MimeMessage> To(string address) => [.. _offered.Where(m => m.To.Mailboxes.Any(t => t.Address == address))];

    public MailServer Then(string address, int code, string text)
    {
        _faults.GetOrAdd(address, _ => new()).Enqueue(new SmtpResponse((SmtpReplyCode)code, text));
        return this;
    }

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        using var stream = new MemoryStream(buffer.ToArray());
        var message = await MimeMessage.LoadAsync(stream, cancellationToken);
        _offered.Enqueue(message);
        var to = message.To.Mailboxes.First().Address;
        return _faults.TryGetValue(to, out var faults) && faults.TryDequeue(out var fault) ? fault : SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
