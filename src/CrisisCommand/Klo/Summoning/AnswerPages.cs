using System.Security.Cryptography;
using System.Text;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrisisCommand.Klo.Summoning;

/// <summary>What a link can still do, or has just done.</summary>
public enum LinkState
{
    /// <summary>It waits for its answer.</summary>
    Open,

    /// <summary>What was sent is no answer; it still waits.</summary>
    Unclear,

    /// <summary>The answer is recorded.</summary>
    Recorded,

    /// <summary>It was answered before.</summary>
    Used,

    /// <summary>Its time has passed, or the KLO is stood down.</summary>
    Over,

    /// <summary>It leads nowhere.</summary>
    Unknown,
}

/// <summary>What the page says; all of it words already.</summary>
public sealed record AnswerShown(LinkState State, Words Words, string? CallNumber)
{
    /// <summary>Where the form goes.</summary>
    public string? Address { get; init; }
    public bool IsExercise { get; init; }
    public string? Person { get; init; }
    public string? Function { get; init; }
    public string? Title { get; init; }
    public string? MeetingPlace { get; init; }
    public DateTimeOffset AnswerBy { get; init; }

    /// <summary>The summons with the answer that stands, however it was given.</summary>
    public Summons? Summons { get; init; }
}

/// <summary>Makes the page that a summoned person sees on a phone. It holds no script, loads nothing, and names the link to nobody.</summary>
public sealed class AnswerPages(Journals journals, Speaker speaker, OutsideOptions outside, IEnumerable<SubjectOf> subjects)
{
    private static readonly Lazy<string> Sheet = new(() =>
    {
        using var stream = typeof(AnswerPages).Assembly.GetManifestResourceStream("CrisisCommand.Klo.answer-page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim().ReplaceLineEndings("\n");
    });

    // After the sheet, whose hash it holds: statics are set in the order of the file.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page's own style sheet, which the policy allows by its hash.</summary>
    public static string Style => Sheet.Value;

    public RazorComponentResult Unknown(HttpContext http) =>
        Page(http, new(LinkState.Unknown, new Words(Problems.CultureOf(http.Request)), outside.CallNumber));

    public async Task<RazorComponentResult> Of(HttpContext http, LinkedSummons summons, LinkState state, CancellationToken token)
    {
        var (realm, summoned) = (summons.Realm, summons.Summoned);
        var plan = await PinnedPlan.Of(journals, realm, summons.Klo, token);
        var planned = plan.Functions.FirstOrDefault(f => f.Key == summoned.Function);
        var subject = subjects.Select(s => s(summons.Crisis)).FirstOrDefault();
        AnswerShown Show(Words words) =>
            new(state, words, outside.CallNumber)
            {
                IsExercise = !realm.IsLive,
                Person = words.NameOf(summoned.Person) ?? summoned.Person.Value,
                Function = planned is null ? words.Function(summoned.Function) : words.Text(planned.Name),
                Title = subject?.Title is { } title ? words.Text(title) : null,
                MeetingPlace = subject?.MeetingPlace is { } place ? words.Text(place) : null,
                AnswerBy = summoned.AnswerBy,
                Summons = summons.Klo.Post(summoned.Function)?.SummonsOf(summoned.Person),
            };

        return Page(http, await speaker.SayForHouse(realm, Problems.CultureOf(http.Request), Show, token));
    }

    /// <summary>Nothing on the page may run, load or be kept, and nobody learns of the link from it.</summary>
    public static void Guard(HttpContext http, Words words)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers.ContentLanguage = words.Culture.TwoLetterISOLanguageName;
        headers.Vary = "Accept-Language";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    private static RazorComponentResult Page(HttpContext http, AnswerShown shown)
    {
        Guard(http, shown.Words);
        return new(
            typeof(AnswerPage),
            new Dictionary<string, object?> { [nameof(AnswerPage.Shown)] = shown with { Address = LinkSecret.AddressOf(http) } }
        )
        {
            StatusCode = shown.State switch
            {
                LinkState.Unclear => 400,
                LinkState.Used => 409,
                LinkState.Over => 410,
                LinkState.Unknown => 404,
                _ => 200,
            },
        };
    }
}
