using System.Net.Sockets;
using CrisisCommand.Platform.Vocabulary;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CrisisCommand.Notifications;

public enum SmtpTls
{
    /// <summary>STARTTLS, and nothing without it.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually port 465.</summary>
    Implicit,

    /// <summary>In the clear: to a relay on the same machine only.</summary>
    None,
}

/// <summary>The mail server that we hand our e-mail to; without a host there is none.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; init; }
    public int Port { get; init; } = 587;
    public string? User { get; init; }
    public string? Password { get; init; }
    public string? From { get; init; }
    public SmtpTls Tls { get; init; }

    public bool IsSetUp => !string.IsNullOrWhiteSpace(Host);

    public bool IsFit => !IsSetUp || MailboxAddress.TryParse(From, out _);
}

/// <summary>E-mail by SMTP. The Message-ID is the notice's own, so that a message sent twice shows itself as one.</summary>
public sealed class EmailChannel(SmtpOptions options, NoticeSchedule schedule, TimeProvider clock) : INoticeChannel
{
    public bool IsSetUp => options.IsSetUp;

    public async Task<Delivery> Send(Outbound message, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(schedule.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            return await Hand(Mail(message), both.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new Delivery.Failed(NoticeFailure.NoAnswer);
        }
        catch (SmtpCommandException refused)
        {
            // RFC 5321 §4.2.1: 4yz may come right, 5yz will not.
            var status = (int)refused.StatusCode;
            return new Delivery.Failed(status >= 500 ? NoticeFailure.Refused : NoticeFailure.Faulty, status);
        }
        catch (Exception fault) when (fault is AuthenticationException or NotSupportedException)
        {
            return new Delivery.Failed(NoticeFailure.Refused);
        }
        catch (Exception fault) when (fault is SocketException or IOException or SslHandshakeException or SmtpProtocolException)
        {
            return new Delivery.Failed(NoticeFailure.Unreachable);
        }
    }

    private async Task<Delivery> Hand(MimeMessage mail, CancellationToken token)
    {
        using var client = new SmtpClient();
        var security = options.Tls switch
        {
            SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
            SmtpTls.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(options.Host!, options.Port, security, token);
        if (options.User is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, options.Password ?? "", token);
        }

        var said = await client.SendAsync(mail, token);
        try
        {
            await client.DisconnectAsync(quit: true, token);
        }
        catch (Exception) when (!token.IsCancellationRequested)
        {
            // The server has taken the message; how it says goodbye changes nothing.
        }

        return new Delivery.Accepted(References.Of(said));
    }

    private MimeMessage Mail(Outbound message)
    {
        var from = MailboxAddress.Parse(options.From!);
        var lines = message.Words.Split('\n', 2);
        var mail = new MimeMessage
        {
            MessageId = $"{message.MessageId}@{from.Domain}",
            Date = Clock.Now(clock),
            Subject = lines[0].Trim(),
            Importance = MessageImportance.High,
            Body = new TextPart("plain") { Text = message.Followed(lines.Length > 1 ? lines[1].TrimStart() : lines[0]) },
        };
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(message.To));
        // RFC 3834: no out-of-office answers to a machine.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
