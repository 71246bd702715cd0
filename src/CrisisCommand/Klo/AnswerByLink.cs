using System.Globalization;
using System.Text;
using CrisisCommand.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrisisCommand.Klo;

/// <summary>
/// A summoned person answers by the link in the message, without logging in. Only the form's POST answers: mail scanners open every link.
/// The receipt of the one answer is what makes the link serve once, on every node.
/// </summary>
public static class AnswerByLinkEndpoint
{
    private const int MaxForm = 4_096;

    public static void MapAnswerByLink(this IEndpointRouteBuilder app)
    {
        var link = app.MapGroup("/svar").WithMetadata(new Needs(Capability.BearSignedLink)).ExcludeFromDescription();
        link.MapGet("/{token}", Show);
        link.MapPost("/{token}", Answer).DisableAntiforgery();
    }

    private static async Task<IResult> Show(
        HttpContext http,
        string token,
        SummonsLinks links,
        AnswerPages pages,
        Journals journals,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await links.Open(token, cancellation).ConfigureAwait(false) is not { } summons)
        {
            return pages.Unknown(http);
        }

        var envelope = EnvelopeOf(summons, null, clock);
        var state =
            await journals.ReceiptOf(envelope, cancellation).ConfigureAwait(false) is not null ? LinkState.Used
            : IsOver(summons, envelope.Now) ? LinkState.Over
            : LinkState.Open;
        return await pages.Of(http, summons, state, cancellation).ConfigureAwait(false);
    }

    private static async Task<IResult> Answer(
        HttpContext http,
        string token,
        SummonsLinks links,
        AnswerPages pages,
        Journals journals,
        CommandHandler handler,
        KloTimes times,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await links.Open(token, cancellation).ConfigureAwait(false) is not { } summons)
        {
            return pages.Unknown(http);
        }

        if (LinkAnswer.Of(await Form(http, cancellation).ConfigureAwait(false)) is not { } answer)
        {
            return await pages.Of(http, summons, LinkState.Unclear, cancellation).ConfigureAwait(false);
        }

        var envelope = EnvelopeOf(summons, answer, clock);
        var used = await journals.ReceiptOf(envelope, cancellation).ConfigureAwait(false) is not null;
        var state =
            !used && IsOver(summons, envelope.Now)
                ? LinkState.Over
                : StateAfter(await Carry(handler, times, envelope, summons, answer, cancellation).ConfigureAwait(false));
        // What was recorded is read back, not repeated from the form.
        var after = await links.Open(token, cancellation).ConfigureAwait(false) ?? summons;
        return await pages.Of(http, after, state, cancellation).ConfigureAwait(false);
    }

    private static Task<Handled> Carry(
        CommandHandler handler,
        KloTimes times,
        Envelope envelope,
        LinkedSummons summons,
        LinkAnswer answer,
        CancellationToken token
    ) =>
        handler.Carry(
            envelope,
            new Target(StreamKinds.Crisis, summons.Crisis.Id),
            (s, _) =>
                new AnswerSummons(answer.Answer, answer.Eta(envelope.Now)).Decide(
                    s.State<KloActivation>().Heard(envelope.By),
                    summons.Summoned.Function,
                    envelope.By,
                    envelope.Now,
                    times,
                    AnswerVia.Link
                ),
            [],
            null,
            token
        );

    private static LinkState StateAfter(Handled handled) =>
        handled switch
        {
            Handled.Answered({ Status: < 300 }, _) => LinkState.Recorded,
            Handled.Answered => LinkState.Over,
            Handled.Refused(var refusal, _) when refusal == Problems.KeyReused => LinkState.Used,
            Handled.Refused(var refusal, _) when refusal == Problems.Contended => throw new InvalidInput(refusal),
            _ => LinkState.Over,
        };

    private static bool IsOver(LinkedSummons summons, DateTimeOffset now) => summons.Klo.IsStoodDown || summons.ExpiresAt < now;

    /// <summary>As if the person had sent it, under a key that is the summons's own.</summary>
    private static Envelope EnvelopeOf(LinkedSummons summons, LinkAnswer? answer, TimeProvider clock)
    {
        var envelope = Envelope.Internal(summons.Realm, clock, summons.Key, summons.Key);
        var payload = Encoding.UTF8.GetBytes(
            answer is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{answer.Answer} {answer.Minutes}")
        );
        var sent = envelope with
        {
            By = summons.Summoned.Person,
            Key = new(summons.Key, IdempotencyKey.Hash("POST", summons.Key, payload)),
        };
        // The link stands for signing in, not for the right: whoever was shut out, with a stolen phone perhaps, answers nothing by it.
        return sent.Demanding(_ => (Capability.AnswerSummons, null));
    }

    private static async Task<IFormCollection> Form(HttpContext http, CancellationToken token)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > MaxForm)
        {
            return FormCollection.Empty;
        }

        var reading = http.Request.ReadFormAsync(token);
        await RequestDeadline.WhileReading(http, reading).ConfigureAwait(false);
        return await reading.ConfigureAwait(false);
    }
}
