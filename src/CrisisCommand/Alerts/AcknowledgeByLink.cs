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

        // The link stands for signing in, not for the right: whoever was shut out acknowledges nothing by it.
        var sent = Envelope.Internal(linked.Realm, clock, "link", "link") with
        {
            By = linked.Asked.Person,
        };
        var envelope = sent.Demanding(_ => (Capability.AnswerAlert, null));
        if (envelope.Now < linked.ExpiresAt)
        {
            var handled = await handler
                .Carry(
                    envelope,
                    new Target(StreamKinds.Alert, linked.Stream.Id),
                    (s, _) => new AcknowledgeAlert().Decide(s.State<Alert>(), envelope.By),
                    [],
                    null,
                    cancellation
                )
                .ConfigureAwait(false);
            if (handled is Handled.Refused({ Status: StatusCodes.Status403Forbidden }, _))
            {
                return pages.Unknown(http);
            }
        }

        // What stands is read back, whoever was first.
        var after = await links.Open(token, cancellation).ConfigureAwait(false) ?? linked;
        return await pages.Of(http, after, envelope.Now, cancellation).ConfigureAwait(false);
    }
}
