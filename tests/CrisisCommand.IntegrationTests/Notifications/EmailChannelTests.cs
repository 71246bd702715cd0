using System.Net;
using System.Net.Sockets;
using CrisisCommand.Notifications;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>Mail servers that are not there, or say nothing.</summary>
public class EmailChannelTests
{
    private static readonly Outbound Message = new(Fresh.Id(), "m1", Channel.Email, "kim@bostad.example", "Ämne\n\nText", null);
    private static readonly NoticeSchedule Hasty = new() { Timeout = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_out_of_reach() =>
        (await To(MailServer.FreePort()).Send(Message, default)).ShouldBe(new Delivery.Failed(NoticeFailure.Unreachable));

    [Fact]
    public async Task A_server_that_never_speaks_has_not_answered_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        (await To(((IPEndPoint)silent.LocalEndpoint).Port).Send(Message, default)).ShouldBe(new Delivery.Failed(NoticeFailure.NoAnswer));
    }

    [Fact]
    public async Task A_server_without_the_encryption_that_is_asked_for_gets_no_mail()
    {
        await using var server = new MailServer();
        var encrypted = new EmailChannel(Options(server.Port, SmtpTls.StartTls), Hasty, TimeProvider.System);

        (await encrypted.Send(Message, default)).ShouldBeOfType<Delivery.Failed>();
        server.All.ShouldBeEmpty();
    }

    private static EmailChannel To(int port) => new(Options(port, SmtpTls.None), Hasty, TimeProvider.System);

    private static SmtpOptions Options(int port, SmtpTls tls) =>
        new()
        {
            Host = "127.0.0.1",
            Port = port,
            From = "kris@bostad.example",
            Tls = tls,
        };
}
