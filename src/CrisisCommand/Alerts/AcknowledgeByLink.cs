using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alerts;

/// <summary>
/// An alerted person acknowledges by the link in the message, without logging in. Only the form's POST does: mail scanners open every link.
/// Acknowledged is acknowledged, so that a second tap changes nothing and says by whom.
/// </summary>
public static class AcknowledgeByLinkEndpoint
{
    public const string Path = "/kvittera";

    public static void MapAcknowledgeByLink(this IEndpointRouteBuilder app)
    {
        var link = app.MapGroup(Path).WithMetadata(new Needs(PlatformCapabilities.BearSignedLink)).ExcludeFromDescription();
        link.MapGet("", Show);
        link.MapPost("", Acknowledge).DisableAntiforgery();
    }

    private static async Task<IResult> Show(
        HttpContext http,
        AlertLinks links,
        AlertPages pages,
        Guesses guesses,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        await links.Open(LinkSecret.Of(http), cancellation) is { } linked
            ? await pages.Of(http, linked, clock.GetUtcNow(), cancellation)
            : guesses.Answer(http, Guesses.Links, pages.Unknown(http));

    private static async Task<IResult> Acknowledge(
        HttpContext http,
        AlertLinks links,
        AlertPages pages,
        Guesses guesses,
        CommandHandler handler,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await links.Open(LinkSecret.Of(http), cancellation) is not { } linked)
        {
            return guesses.Answer(http, Guesses.Links, pages.Unknown(http));
        }

        var now = clock.GetUtcNow();
        if (now < linked.ExpiresAt && await Carry(linked, handler, clock, cancellation) is { Status: 403 })
        {
            return pages.Unknown(http);
        }

        // What stands is read back, whoever was first.
        var after = await links.Open(LinkSecret.Of(http), cancellation) ?? linked;
        return await pages.Of(http, after, now, cancellation);
    }

    /// <summary>Null where it was carried out. The link stands for signing in, not for the right: whoever was shut out does nothing by it.</summary>
    private static async Task<Refusal?> Carry(LinkedAlert linked, CommandHandler handler, TimeProvider clock, CancellationToken token)
    {
        var sent = CommandContext.Internal(linked.Realm, clock, "link", "link") with { By = linked.Asked.Person };
        var handled = await handler.Carry(
            sent.Demanding(_ => (AlertsCapabilities.AnswerAlert, null)),
            new Target(StreamKinds.Alert, linked.Stream.Id),
            (s, _) => new AcknowledgeAlert().Decide(s.State<Alert>(), sent.By, handles: false),
            [],
            null,
            token
        );
        return (handled as Handled.Refused)?.Refusal;
    }
}
