using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Phone;

public static class ShowDecisionEndpoint
{
    /// <summary>One decision: what was decided, why and on what, who carries it out, and what may be done about it.</summary>
    public static void MapShowDecision(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/decisions/{number:int}", Get).Page("DecisionPage", "Pages", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        int number,
        PhoneReading phone,
        DecisionReading reading,
        Journals journals,
        Speaker speaker,
        PageContexts contexts,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        var model = await phone.Of(page, crisisId, token);
        var loaded = await reading.Load(page.Realm, crisisId, token);
        if (model is null || loaded?.History.Of(number) is not { } decision)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var answer = (await reading.Answer(http, [decision], token))[0];
        var basis = await journals.FactsById(page.Realm, crisisId, answer.Basis, token);
        var lines = await speaker.Say(
            page.Reader,
            words => basis.OrderBy(f => f.Version).Select(f => (f.Version, f.Event.InWords(words))).ToList(),
            token
        );
        return PageContext.Show<DecisionPage>(
            (nameof(DecisionPage.Model), model),
            (nameof(DecisionPage.Decision), answer),
            (nameof(DecisionPage.Basis), lines)
        );
    }
}
