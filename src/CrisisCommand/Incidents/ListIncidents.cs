using System.Globalization;
using CrisisCommand.Access;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

public static class ListIncidentsEndpoint
{
    /// <summary>Incidents, the latest reported first.</summary>
    public static void MapListIncidents(this IEndpointRouteBuilder api) =>
        api.MapGet("/incidents", Get).Read<IReadOnlyList<IncidentShown>>("ListIncidents", "Incidents", AccessCapabilities.ReadIncidents);

    private static async Task<IResult> Get(
        HttpContext http,
        [AsParameters] IncidentFilter filter,
        Page page,
        IncidentList incidents,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var found = await incidents.Find(reader, filter, Cursor(page.After), page.Limit + 1, token);
        var shown = page.Cut(http, found, CursorOf);
        return TypedResults.Ok(await incidents.Show(reader, shown, token));
    }

    private static string CursorOf(IncidentView last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.ReportedAt.UtcTicks}-{last.Id:N}");

    private static (DateTimeOffset, Guid)? Cursor(string? after) =>
        after is null ? null
        : after.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var last)
            ? (new DateTimeOffset(at, TimeSpan.Zero), last)
        : throw new InvalidInput(IncidentRefusals.CursorInvalid);
}
