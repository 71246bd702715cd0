using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Frame;

/// <summary>Where a problem page leads on to, where there is a better way than back.</summary>
/// <param name="Label">The word on it, by its key.</param>
public sealed record WayOn(string To, string Label);

/// <summary>Problems as people read them. They ask nothing of the database, which may be the problem.</summary>
public static class ProblemPages
{
    public static Task Show(HttpContext http, Problem problem) => Show(http, problem, null);

    /// <param name="form">What was typed, if anything: it is shown, so that nothing typed is lost with the page.</param>
    public static Task Show(HttpContext http, Problem problem, IFormCollection? form)
    {
        var words = new Words(Problems.CultureOf(http.Request));
        var typed = (form ?? FormCollection.Empty).Where(f => !f.Key.StartsWith('_') && f.Value.ToString().Length > 0);
        PagePolicy.Apply(http);
        var page = PageContext.Show<ProblemPage>(
            (nameof(ProblemPage.Problem), problem),
            (nameof(ProblemPage.Words), words),
            (nameof(ProblemPage.Typed), typed.Select(f => f.Value.ToString()).ToList()),
            (nameof(ProblemPage.At), form is null ? null : http.Request.Path.Value),
            (nameof(ProblemPage.Sent), Sent(form)),
            (nameof(ProblemPage.Back), Back(http)),
            (nameof(ProblemPage.WayOn), http.Features.Get<WayOn>())
        );
        page.StatusCode = problem.Status;
        return page.ExecuteAsync(http);
    }

    /// <summary>A list has a field for each of its values; the key is spent.</summary>
    private static List<(string Name, string Value)> Sent(IFormCollection? form) =>
        [.. (form ?? FormCollection.Empty).Where(f => f.Key != "_key").SelectMany(f => f.Value, (f, value) => (f.Key, value ?? ""))];

    private static string Back(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value
            ? PageRoutes.LocalOr(from.PathAndQuery, "/")
            : "/";
}
