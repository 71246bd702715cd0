using System.Globalization;
using System.Reflection;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.WebUtilities;

namespace CrisisCommand.Platform.Web;

/// <summary>One page of a list: how many items (1 to 200), after which one. Cursors are keys, so new items never shift a page.</summary>
public sealed record Page(int Limit, string? After)
{
    public const int MaxLimit = 200;
    public const int DefaultLimit = 50;

    private static readonly Refusal LimitInvalid = new("platform.limit-invalid", 400, "limit");
    private static readonly Refusal CursorInvalid = new("platform.cursor-invalid", 400, "after");

    public static ValueTask<Page> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var query = http.Request.Query;
        var limit = query["limit"].ToString() switch
        {
            "" => DefaultLimit,
            var given when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= MaxLimit =>
                n,
            _ => throw new InvalidInput(LimitInvalid),
        };
        return new(new Page(limit, query["after"].ToString() is { Length: > 0 } after ? after : null));
    }

    /// <summary>The cursor as an id; null on the first page.</summary>
    public Guid? AfterId =>
        After is null ? null
        : Guid.TryParseExact(After, "N", out var id) ? id
        : throw new InvalidInput(CursorInvalid);

    /// <summary>The cursor as a number; 0 on the first page.</summary>
    public int AfterNumber =>
        After is null ? 0
        : int.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidInput(CursorInvalid);

    /// <summary>The items of this page, out of those that follow the cursor (one more than the page is enough), with the link to the next.</summary>
    public IReadOnlyList<T> Cut<T>(HttpContext http, IEnumerable<T> following, Func<T, string> cursorOf)
    {
        var items = following.Take(Limit + 1).ToList();
        if (items.Count > Limit)
        {
            items.RemoveAt(Limit);
            var query = http.Request.Query.Where(q => q.Key != "after").ToDictionary(q => q.Key, q => q.Value);
            query["after"] = cursorOf(items[^1]);
            http.Response.Headers.Link = $"<{QueryHelpers.AddQueryString(http.Request.PathBase + http.Request.Path, query)}>; rel=\"next\"";
        }

        return items;
    }
}
