using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Phone;

public static class ShowDecideEndpoint
{
    /// <summary>A decision is taken on the board as it is shown, whose receipt goes with it; or one is replaced (<c>?revises=3</c>).</summary>
    public static void MapShowDecide(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/mine/decide", Get).Page("DecidePage", "Pages", DecisionsCapabilities.TakeDecision);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        int? revises,
        PhoneReading phone,
        ServedBoards served,
        DecisionReading reading,
        PageContexts contexts,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        if (await phone.Of(page, crisisId, token) is not { View: not null } model)
        {
            return Answers.Problem(Problems.NotFound);
        }

        DecisionShown? revised = null;
        if (revises is { } number)
        {
            var loaded = await reading.Load(page.Realm, crisisId, token);
            if (loaded?.History.Of(number) is not { } decision)
            {
                return Answers.Problem(DecisionRefusals.Unknown.With($"{number}"));
            }

            revised = (await reading.Answer(http, [decision], token))[0];
        }

        var receipt = served.Receipt(page.Reader, crisisId, model.Board);
        return PageContext.Show<DecidePage>((nameof(DecidePage.Model), new DecideModel(model, receipt, revised)));
    }
}
