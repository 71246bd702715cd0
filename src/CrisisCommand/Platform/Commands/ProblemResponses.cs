using System.Diagnostics;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.Diagnostics;

namespace CrisisCommand.Platform.Commands;

/// <summary>Shows a problem to a person in a browser, as a page.</summary>
public delegate Task ShowProblem(HttpContext http, Problem problem);

/// <summary>Every error answer of the host, unmatched routes and thrown exceptions included, is a problem document.</summary>
public static class ProblemResponses
{
    public static void UseProblemDetails(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = AnswerException,
                // Wrong input is the caller's to mend and a database that is away shows in the readiness: neither fills the log with traces.
                SuppressDiagnosticsCallback = thrown => Problems.Of(thrown.Exception).Refusal != Problems.Failed,
            }
        );
        app.UseStatusCodePages(context => Write(context.HttpContext, OfStatus(context.HttpContext.Response.StatusCode)));
    }

    public static Task Write(HttpContext http, Refusal refusal, IEnumerable<(string, Refusal)>? faults = null, long? currentVersion = null)
    {
        var culture = Problems.CultureOf(http.Request);
        var problem = Problems.Of(refusal, new Words(culture), faults) with
        {
            CurrentVersion = currentVersion,
            TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
        };
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.ContentLanguage = culture.TwoLetterISOLanguageName;
        if (problem.Status is 503 or 429 && http.Response.Headers.RetryAfter.Count == 0)
        {
            http.Response.Headers.RetryAfter = "1";
        }

        return BrowserRequests.WantsPage(http) && http.RequestServices.GetService<ShowProblem>() is { } show
            ? show(http, problem)
            : http.Response.WriteAsJsonAsync(problem, ProblemOptions, Problems.ContentType);
    }

    private static readonly System.Text.Json.JsonSerializerOptions ProblemOptions = new(System.Text.Json.JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = PlatformJson.Default,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static Task AnswerException(HttpContext http)
    {
        var thrown = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (refusal, faults) = thrown is null ? (Problems.Failed, []) : Problems.Of(thrown);
        return Write(http, refusal, faults);
    }

    /// <summary>What the framework left at a bare status.</summary>
    public static Refusal OfStatus(int status) =>
        status switch
        {
            401 => Problems.Unauthenticated,
            403 => Problems.Forbidden,
            404 => Problems.NotFound,
            405 => Problems.MethodNotAllowed,
            413 => Problems.TooLarge,
            415 => Problems.UnsupportedMediaType,
            429 => Problems.TooMany.With("1"),
            >= 400 and < 500 => Problems.InvalidBody with { Status = status },
            _ => Problems.Failed with { Status = status },
        };
}
