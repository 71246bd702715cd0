using System.Collections.Immutable;
using System.Globalization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Timeline;

/// <summary>The query string of the timeline and the journal, read strictly: what is wrong is refused by the name of its parameter.</summary>
public static class TimelineParameters
{
    public static (TimelineQuery? Query, Refusal? Refusal) Read(IQueryCollection query, EventCatalogue catalogue)
    {
        var refusals = new List<Refusal>();
        var order = Order(query["order"].ToString(), refusals);
        var (from, to, asOf) = (Time(query, "from", refusals), Time(query, "to", refusals), Time(query, "asOf", refusals));
        if (from > to)
        {
            refusals.Add(TimelineRefusals.EndsBeforeItBegins);
        }

        var kinds = Kinds(query["kinds"], catalogue, refusals);
        var limit = Limit(query["limit"].ToString(), refusals);
        var after = After(query["after"].ToString(), order, refusals);
        return refusals.Count > 0 ? (null, refusals[0]) : (new(order, from, to, asOf, kinds, limit, after), null);
    }

    /// <summary>The same page further on: every parameter as it was, and the cursor.</summary>
    public static void LinkNext(HttpContext http, TimelineCursor? next)
    {
        if (next is null)
        {
            return;
        }

        var query = http
            .Request.Query.Where(p => p.Key != "after")
            .SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value));
        var address =
            http.Request.PathBase
            + http.Request.Path
            + QueryString.Create([.. query, KeyValuePair.Create("after", (string?)next.ToString())]);
        http.Response.Headers.Link = $"<{address}>; rel=\"next\"";
    }

    private static TimelineOrder Order(string order, List<Refusal> refusals)
    {
        if (order is not ("" or "recorded" or "occurred"))
        {
            refusals.Add(TimelineRefusals.UnknownOrder.With(order));
        }

        return order == "occurred" ? TimelineOrder.Occurred : TimelineOrder.Recorded;
    }

    private static DateTimeOffset? Time(IQueryCollection query, string name, List<Refusal> refusals)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        if (Rfc3339.Read(text) is { } time)
        {
            return time;
        }

        refusals.Add((TimelineRefusals.InvalidTime with { Pointer = name }).With(name, text));
        return null;
    }

    private static ImmutableHashSet<Type> Kinds(IEnumerable<string?> values, EventCatalogue catalogue, List<Refusal> refusals)
    {
        var known = catalogue.Events.Where(e => e.Stream == StreamKinds.Crisis).ToDictionary(e => e.Name, e => e.Type);
        var names = values
            .SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
        refusals.AddRange(names.Where(n => !known.ContainsKey(n)).Select(n => TimelineRefusals.UnknownKind.With(n)));
        return [.. names.Where(known.ContainsKey).Select(n => known[n])];
    }

    private static int Limit(string text, List<Refusal> refusals)
    {
        if (text.Length == 0)
        {
            return TimelineQuery.DefaultLimit;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > TimelineQuery.MaxLimit)
        {
            refusals.Add(TimelineRefusals.InvalidLimit.With(text));
        }

        return limit;
    }

    private static TimelineCursor? After(string text, TimelineOrder order, List<Refusal> refusals)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var cursor = TimelineCursor.Parse(text, order);
        if (cursor is null)
        {
            refusals.Add(TimelineRefusals.InvalidCursor);
        }

        return cursor;
    }
}
