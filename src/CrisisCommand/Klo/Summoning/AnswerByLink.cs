using System.Globalization;
using System.Text;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Summoning;

/// <summary>
/// A summoned person answers by the link in the message, without logging in. Only the form's POST answers: mail scanners open every link.
/// The receipt of the one answer is what makes the link serve once, on every node.
/// </summary>
public static class AnswerByLinkEndpoint
{
    public const string Path = "/svar";

    private const int MaxForm = 4_096;

    public static void MapAnswerByLink(this IEndpointRouteBuilder app)
    {
        var link = app.MapGroup(Path).WithMetadata(new Needs(PlatformCapabilities.BearSignedLink)).ExcludeFromDescription();
        link.MapGet("", Show);
        link.MapPost("", Answer).DisableAntiforgery();
    }

    private static async Task<IResult> Show(
        HttpContext http,
        SummonsLinks links,
        AnswerPages pages,
        Guesses guesses,
        Journals journals,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await links.Open(LinkSecret.Of(http), cancellation) is not { } summons)
        {
            return guesses.Answer(http, Guesses.Links, pages.Unknown(http));
        }

        var context = EnvelopeOf(summons, null, clock);
        var state =
            await journals.ReceiptOf(context, cancellation) is not null ? LinkState.Used
            : IsOver(summons, context.Now) ? LinkState.Over
            : LinkState.Open;
        return await pages.Of(http, summons, state, cancellation);
    }

    private static async Task<IResult> Answer(
        HttpContext http,
        SummonsLinks links,
        AnswerPages pages,
        Guesses guesses,
        Journals journals,
        CommandHandler handler,
        KloTimes times,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await links.Open(LinkSecret.Of(http), cancellation) is not { } summons)
        {
            return guesses.Answer(http, Guesses.Links, pages.Unknown(http));
        }

        if (LinkAnswer.Of(await Form(http)) is not { } answer)
        {
            return await pages.Of(http, summons, LinkState.Unclear, cancellation);
        }

        var context = EnvelopeOf(summons, answer, clock);
        var used = await journals.ReceiptOf(context, cancellation) is not null;
        var state =
            !used && IsOver(summons, context.Now)
                ? LinkState.Over
                : StateAfter(await Carry(handler, times, context, summons, answer, cancellation));
        // What was recorded is read back, not repeated from the form.
        var after = await links.Open(LinkSecret.Of(http), cancellation) ?? summons;
        return await pages.Of(http, after, state, cancellation);
    }

    private static Task<Handled> Carry(
        CommandHandler handler,
        KloTimes times,
        CommandContext context,
        LinkedSummons summons,
        LinkAnswer answer,
        CancellationToken token
    ) =>
        handler.Carry(
            context,
            new Target(StreamKinds.Crisis, summons.Crisis.Id),
            (s, _) =>
                new AnswerSummons(answer.Answer, answer.Eta(context.Now)).Decide(
                    s.State<KloActivation>().Heard(context.By),
                    summons.Summoned.Function,
                    context.By,
                    context.Now,
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
    private static CommandContext EnvelopeOf(LinkedSummons summons, LinkAnswer? answer, TimeProvider clock)
    {
        var context = CommandContext.Internal(summons.Realm, clock, summons.Key, summons.Key);
        var payload = Encoding.UTF8.GetBytes(
            answer is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{answer.Answer} {answer.Minutes}")
        );
        var sent = context with { By = summons.Summoned.Person, Key = new(summons.Key, IdempotencyKey.Hash("POST", summons.Key, payload)) };
        // The link stands for signing in, not for the right: whoever was shut out, with a stolen phone perhaps, answers nothing by it.
        return sent.Demanding(_ => (KloCapabilities.AnswerSummons, null));
    }

    private static async Task<IFormCollection> Form(HttpContext http) =>
        http.Request.ContentLength is null or > MaxForm ? FormCollection.Empty : await Forms.Read(http) ?? FormCollection.Empty;
}
