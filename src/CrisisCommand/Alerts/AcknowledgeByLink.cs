using CrisisCommand.Platform;

namespace CrisisCommand.Alerts;

/// <summary>
/// An alerted person acknowledges by the link in the message, without logging in. Only the form's POST does: mail scanners open every link.
/// Acknowledged is acknowledged, so that a second tap changes nothing and says by whom.
/// </summary>
public static class AcknowledgeByLinkEndpoint
{
    public static void MapAcknowledgeByLink(this IEndpointRouteBuilder app)
    {
        var link = app.MapGroup("/kvittera").WithMetadata(new Needs(Capability.BearSignedLink)).ExcludeFromDescription();
        link.MapGet("/{token}", Show);
        link.MapPost("/{token}", Acknowledge).DisableAntiforgery();
    }

    private static async Task<IResult> Show(
        HttpContext http,
        string token,
        AlertLinks links,
        AlertPages pages,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        await links.Open(token, cancellation).ConfigureAwait(false) is { } linked
            ? await pages.Of(http, linked, clock.GetUtcNow(), cancellation).ConfigureAwait(false)
            : pages.Unknown(http);

    private static async Task<IResult> Acknowledge(
        HttpContext http,
        string token,
        AlertLinks links,
        AlertPages pages,
        CommandHandler handler,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await links.Open(token, cancellation).ConfigureAwait(false) is not { } linked)
        {
            return pages.Unknown(http);
        }

        var now = clock.GetUtcNow();
        if (now < linked.ExpiresAt && await Carry(linked, handler, clock, cancellation).ConfigureAwait(false) is { Status: 403 })
        {
            return pages.Unknown(http);
        }

        // What stands is read back, whoever was first.
        var after = await links.Open(token, cancellation).ConfigureAwait(false) ?? linked;
        return await pages.Of(http, after, now, cancellation).ConfigureAwait(false);
    }

    /// <summary>Null where it was carried out. The link stands for signing in, not for the right: whoever was shut out does nothing by it.</summary>
    private static async Task<Refusal?> Carry(LinkedAlert linked, CommandHandler handler, TimeProvider clock, CancellationToken token)
    {
        var sent = Envelope.Internal(linked.Realm, clock, "link", "link") with { By = linked.Asked.Person };
        var handled = await handler
            .Carry(
                sent.Demanding(_ => (Capability.AnswerAlert, null)),
                new Target(StreamKinds.Alert, linked.Stream.Id),
                (s, _) => new AcknowledgeAlert().Decide(s.State<Alert>(), sent.By),
                [],
                null,
                token
            )
            .ConfigureAwait(false);
        return (handled as Handled.Refused)?.Refusal;
    }
}
