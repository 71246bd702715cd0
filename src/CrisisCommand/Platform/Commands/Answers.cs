using System.Text;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Commands;

/// <summary>Writes what a command came to.</summary>
public sealed class AnswerResult(Handled handled) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (handled is Handled.Refused refused)
        {
            await ProblemResponses.Write(httpContext, refused.Refusal, null, refused.CurrentVersion);
            return;
        }

        var (answer, replayed) = (Handled.Answered)handled;
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        response.Headers.Location = answer.Location;
        if (replayed)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        if (answer.Version is { } version)
        {
            response.Headers.ETag = IfMatch.Tag(version);
        }

        if (answer.Body is { } body)
        {
            response.ContentType = answer.MediaType ?? (answer.Status >= 400 ? Problems.ContentType : "application/json; charset=utf-8");
            var bytes = Encoding.UTF8.GetBytes(body);
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}

/// <summary>The forms that answers of commands and reads take.</summary>
public static class Answers
{
    /// <summary>A read of one resource: its version as entity tag, 304 where the reader has it already (RFC 9110 §13.1.2, weak comparison).</summary>
    public static IResult Versioned<T>(HttpContext http, T body, long version) => Tagged(http, body, IfMatch.Tag(version));

    /// <summary>The same for what has no stream: <paramref name="tag"/> is its entity tag, quotes included.</summary>
    public static IResult Tagged<T>(HttpContext http, T body, string tag)
    {
        http.Response.Headers.ETag = tag;
        var known = http.Request.Headers.IfNoneMatch.ToString();
        return known == "*" || known.Split(',', StringSplitOptions.TrimEntries).Any(t => t == tag || t == "W/" + tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(body);
    }

    public static IResult Problem(Refusal refusal) => new AnswerResult(new Handled.Refused(refusal, null));
}
