using System.Net;
using System.Net.Sockets;

namespace CrisisCommand.BoardTests;

/// <summary>The network between a browser and the product: it can be cut, so that every connection breaks and none is made, and mended.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly Uri _behind;
    private readonly int _port;
    private readonly Lock _door = new();
    private readonly List<Socket> _open = [];
    private TcpListener? _listener;

    public Wire(Uri behind)
    {
        _behind = behind;
        _port = Listen(0);
    }

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>Whoever is connected is cut off; whoever comes is refused.</summary>
    public void Cut()
    {
        lock (_door)
        {
            _listener?.Stop();
            _listener = null;
            _open.ForEach(socket => socket.Dispose());
            _open.Clear();
        }
    }

    public void Mend() => Listen(_port);

    /// <summary>What is asked arrives, and is answered to nobody: the connection breaks on its way back.</summary>
    public bool LosesAnswers { get; set; }

    private int Listen(int port)
    {
        lock (_door)
        {
            var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            listener.Start();
            _listener = listener;
            _ = Accept(listener);
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }

    private async Task Accept(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptSocketAsync();
                var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await far.ConnectAsync(_behind.Host, _behind.Port);
                lock (_door)
                {
                    _open.AddRange([near, far]);
                }

                _ = Pump(near, far, () => false);
                _ = Pump(far, near, () => LosesAnswers);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The wire is cut.
        }
    }

    private static async Task Pump(Socket from, Socket to, Func<bool> loses)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.ReceiveAsync(buffer) is var read and > 0)
            {
                if (loses())
                {
                    from.Dispose();
                    to.Dispose();
                    return;
                }

                for (var sent = 0; sent < read; )
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // One end is gone, and so is the other.
            from.Dispose();
            to.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }
}
