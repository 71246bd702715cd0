using System.Text.Json;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Http.Features;

namespace CrisisCommand.Pages.Frame;

/// <summary>
/// A form of a page, posted to <c>/{realm}/…</c>, is the command at <c>/api/{realm}/…</c>: its fields become the command's JSON and the very
/// same endpoint decides it. So a form works without a script, and there is one rule, one right and one receipt for people and machines.
/// </summary>
public static class FormPosts
{
    private const string Media = "application/x-www-form-urlencoded";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Before all else, since it is the whole answer, errors included, that it turns into what a person reads.</summary>
    public static void UseFormPosts(this WebApplication app) => app.Use(Bridge);

    private static async Task Bridge(HttpContext http, RequestDelegate next)
    {
        if (!IsForm(http))
        {
            await next(http);
            return;
        }

        await Language.Keep(http, _ => Task.CompletedTask);
        if (await Forms.Read(http) is not { } form)
        {
            await Tell(http, FormCollection.Empty, Problems.Of(Problems.TooLarge, WordsOf(http)));
            return;
        }

        if (MethodOf(form) is null)
        {
            await Tell(http, form, Problems.Of(Problems.MethodNotAllowed, WordsOf(http)));
            return;
        }

        var now = Clock.Now(http.RequestServices.GetRequiredService<TimeProvider>());
        var (content, faults) = FormFields.Read(form, now);
        if (faults.Count > 0)
        {
            await Tell(http, form, Problems.Of(Problems.InvalidBody, WordsOf(http), faults));
            return;
        }

        await Answer(http, form, await Ask(http, form, content, next));
    }

    private static bool IsForm(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && http.Request.ContentType?.StartsWith(Media, StringComparison.OrdinalIgnoreCase) == true
        && http.Request.Path.Value!.Split('/', 3) is [_, var realm, _]
        && http.RequestServices.GetRequiredService<Realms>().Knows(realm);

    /// <summary>A form can send POST only and says which command's method it means; null where that is none.</summary>
    private static string? MethodOf(IFormCollection form) =>
        form["_method"].ToString() switch
        {
            "" => HttpMethods.Post,
            "POST" or "PUT" or "DELETE" => form["_method"].ToString(),
            _ => null,
        };

    /// <summary>The command as any other caller would send it; what it is answered.</summary>
    private static async Task<byte[]> Ask(HttpContext http, IFormCollection form, JsonObject content, RequestDelegate next)
    {
        var request = http.Request;
        var body = JsonSerializer.SerializeToUtf8Bytes(content);
        (request.Method, request.Path) = (MethodOf(form)!, "/api" + request.Path);
        (request.Body, request.ContentLength, request.ContentType) = (new MemoryStream(body), body.Length, "application/json");
        // The last: a refusal brings a new one with it (ProblemNote), since the one before has had its answer.
        request.Headers["Idempotency-Key"] = form["_key"].LastOrDefault();
        request.Headers[PageContext.ForgeryHeader] = form[PageContext.ForgeryField];
        http.Features.Set(new SentAs(FormFields.Sent(form)));
        http.Features.Set<IFormFeature>(null);
        var outer = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = outer;
        }

        return answer.ToArray();
    }

    private static Task Answer(HttpContext http, IFormCollection form, byte[] body)
    {
        var (response, location) = (http.Response, http.Response.Headers.Location.ToString());
        if (response.StatusCode >= 300)
        {
            return Tell(http, form, ProblemOf(http, body));
        }

        var page = location.StartsWith("/api", StringComparison.Ordinal) ? location["/api".Length..] : "/";
        var next = PageRoutes.LocalOr(form["_next"].ToString().Replace("{location}", page, StringComparison.Ordinal), "/");
        response.Clear();
        if (IsByScript(http))
        {
            response.Headers["HX-Redirect"] = next;
        }
        else
        {
            response.StatusCode = StatusCodes.Status303SeeOther;
            response.Headers.Location = next;
        }

        return Task.CompletedTask;
    }

    /// <summary>As answered; where that was no problem document (a browser may ask for other forms), what its status says.</summary>
    private static Problem ProblemOf(HttpContext http, byte[] body)
    {
        var status = http.Response.StatusCode;
        return
            http.Response.ContentType?.StartsWith(Problems.ContentType, StringComparison.Ordinal) == true
            && JsonSerializer.Deserialize<Problem>(body, Web) is { } problem
            ? problem
            : Problems.Of(ProblemResponses.OfStatus(status), WordsOf(http)) with
            {
                Status = status,
            };
    }

    /// <summary>What was wrong: beside the form where a script can put it there, else as a page that leads back to it.</summary>
    private static Task Tell(HttpContext http, IFormCollection form, Problem problem)
    {
        http.Response.Clear();
        http.Response.StatusCode = problem.Status;
        PagePolicy.Apply(http);
        return IsByScript(http)
            ? PageContext
                .Show<ProblemNote>(
                    (nameof(ProblemNote.Problem), problem),
                    (nameof(ProblemNote.Words), WordsOf(http)),
                    (nameof(ProblemNote.At), http.Request.Path.Value)
                )
                .ExecuteAsync(http)
            : ProblemPages.Show(http, problem, form);
    }

    private static Words WordsOf(HttpContext http) => new(Problems.CultureOf(http.Request));

    private static bool IsByScript(HttpContext http) => http.Request.Headers.ContainsKey("HX-Request");
}
