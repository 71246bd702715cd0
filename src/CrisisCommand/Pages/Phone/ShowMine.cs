using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Phone;

public static class ShowMineEndpoint
{
    /// <summary>The phone of whoever has a part in the crisis: what is expected of them now, and what they may do.</summary>
    public static void MapShowMine(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/mine", Get).Page("MinePage", "Pages", KloCapabilities.ReadKlo);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        string? done,
        PhoneReading phone,
        PageContexts contexts,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        return await phone.Of(page, crisisId, token) is { } model
            ? PageContext.Show<MinePage>((nameof(MinePage.Model), model), (nameof(MinePage.Done), done))
            : Answers.Problem(Problems.NotFound);
    }
}
