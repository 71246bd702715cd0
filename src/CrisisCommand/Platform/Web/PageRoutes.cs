using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Web;

/// <summary>On an endpoint: what it answers is a page for people, under the policy of pages.</summary>
public sealed record PageRoute;

/// <summary>Route constraint <c>realm</c>: a realm that there is, so that pages take no other path's first segment for one.</summary>
public sealed class RealmConstraint(Realms realms) : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) => realms.Knows(values[routeKey] as string);
}

/// <summary>Pages for people, beside the API: <c>/{realm}/…</c>, signed in to by cookie.</summary>
public static class PageRoutes
{
    public static void AddPageRoutes(this IServiceCollection services) =>
        services.Configure<RouteOptions>(o => o.SetParameterPolicy<RealmConstraint>("realm"));

    public static RouteGroupBuilder MapPages(this WebApplication app) => app.MapGroup("/{realm:realm}").RequireAuthorization();

    /// <summary>A page: says what it asks of its reader, as every endpoint does, and is no part of the API's document.</summary>
    public static RouteHandlerBuilder Page(this RouteHandlerBuilder route, string name, string feature, Capability needs) =>
        route.WithMetadata(new Needs(needs), new PageRoute()).WithName(name).WithTags(feature).ExcludeFromDescription();

    /// <summary>Where a reader may be sent on to: a path of ours, and nothing that a browser takes for another host. Fit for a header.</summary>
    public static string LocalOr(string? path, string otherwise) =>
        path is ['/', not ('/' or '\\'), ..] or "/" && !path.Any(char.IsControl) ? Escaped(path) : otherwise;

    private static string Escaped(string path) =>
        path.All(char.IsAscii)
            ? path
            : string.Concat(path.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}
