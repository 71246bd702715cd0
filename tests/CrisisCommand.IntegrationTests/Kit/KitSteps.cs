using System.Net;
using System.Net.Http.Headers;

namespace CrisisCommand.IntegrationTests.Kit;

internal static class KitSteps
{
    public static async Task<(Reply Reply, string Text)> Page(this Product product, string person, string path, bool english = false)
    {
        var headers = english ? new[] { ("Accept", "text/html"), ("Cookie", "language=en") } : [("Accept", "text/html")];
        var reply = await product.Get(await product.As(person), path, headers);
        return (reply, WebUtility.HtmlDecode(reply.Text));
    }

    public static Task<Reply> Json(this Product product, Caller caller, string path) =>
        product.Get(caller, path, ("Accept", "application/json"));

    private static async Task<Reply> Get(this Product product, Caller caller, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await product.Http.SendAsync(request);
        return new(response, await response.Content.ReadAsByteArrayAsync());
    }
}
