using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace CrisisCommand.Platform;

/// <summary>Lists in pages by key (RFC 8288): the next page begins after the last item of this one, so new items shift nothing.</summary>
public static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    private static readonly Refusal LimitOutOfRange = new("platform.limit-out-of-range", 400);

    /// <summary>How many items a page holds; a limit outside 1..200 is the caller's mistake.</summary>
    public static int Limit(int? asked) =>
        asked switch
        {
            null => DefaultLimit,
            >= 1 and <= MaxLimit => asked.Value,
            _ => throw new InvalidInput(LimitOutOfRange.With($"{MaxLimit}")),
        };

    /// <summary>The first page of what follows the cursor; a <c>Link</c> to the next where there is more.</summary>
    /// <param name="following">In the list's order, already after the cursor.</param>
    public static IReadOnlyList<T> Page<T>(HttpContext http, IEnumerable<T> following, int? limit, Func<T, string> cursorOf)
    {
        var size = Limit(limit);
        var items = following.Take(size + 1).ToList();
        if (items.Count <= size)
        {
            return items;
        }

        var page = items[..size];
        var query = http.Request.Query.Where(q => q.Key is not ("after" or "limit")).ToDictionary(q => q.Key, q => (string?)q.Value);
        query["limit"] = size.ToString(CultureInfo.InvariantCulture);
        query["after"] = cursorOf(page[^1]);
        http.Response.Headers.Link = $"<{QueryHelpers.AddQueryString(http.Request.Path, query)}>; rel=\"next\"";
        return page;
    }
}
