namespace CrisisCommand.Platform.Web;

/// <summary>
/// Bytes that somebody else wrote, handed out as they came. They are to be kept, never to be shown: markup with a script in it, opened from
/// a page of ours, would act as whoever opened it. So they are a file to save, of a type that no browser draws, in a sandbox that may nothing.
/// </summary>
public static class ForeignBytes
{
    /// <summary>What the sender called them, for whoever reads them with a program.</summary>
    public const string ReceivedType = "X-Received-Content-Type";

    private const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";

    /// <param name="inert">A media type that browsers neither draw nor run; the feature's own, never the sender's word.</param>
    /// <param name="received">The sender's word.</param>
    public static IResult Answer(HttpContext http, byte[] bytes, string inert, string received, string fileName)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Sandbox;
        headers[ReceivedType] = string.Concat(received.Select(c => c is >= ' ' and <= '~' ? c : '?'));
        return TypedResults.File(bytes, inert, fileName);
    }
}
