using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alarms;

public static class ShowRefusedAlarmsEndpoint
{
    /// <summary>More than one calls at a time; the rest is counted.</summary>
    public const int Most = 5;

    /// <summary>Whom to call about refused alarms, as a piece of a page that asks for it again and again.</summary>
    public static void MapShowRefusedAlarms(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/alarms/refused", Get).Page("RefusedAlarms", "Pages", AlarmsCapabilities.ReadRefusedAlarms);

    private static async Task<IResult> Get(
        HttpContext http,
        PageContexts contexts,
        RefusedReading reading,
        Access.AccessGuard guard,
        Access.AccessRules rules,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        var actor = await guard.Find(page.Realm, page.Reader.Person, null, token);
        var (first, all) = await reading.Oldest(page.Reader, Most, token);
        return PageContext.Show<RefusedStrip>(
            (nameof(RefusedStrip.Page), page),
            (nameof(RefusedStrip.Senders), first),
            (nameof(RefusedStrip.All), all),
            (nameof(RefusedStrip.MaySettle), rules.All(actor).Contains(AlarmsCapabilities.SettleRefusedAlarms))
        );
    }
}
