using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CrisisCommand.Access;
using CrisisCommand.Alarms;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>One endpoint, to be asked for by anybody: nothing that is allowed takes effect.</summary>
internal sealed partial record Ask(string Name, HttpMethod Method, string Route, Capability Needs)
{
    /// <summary>A version that no stream has: whoever may is told so (412) before anything is decided.</summary>
    private const string NoVersion = "\"999999999\"";

    /// <summary>Its address, of things that there are.</summary>
    public string PathOf(IReadOnlyDictionary<string, string> values) => Parameter.Replace(Route, m => values[m.Groups[1].Value]);

    public bool IsInCrisis => Route.Contains("{crisisId", StringComparison.Ordinal);

    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>Every endpoint under a realm, as the product itself lists them.</summary>
    public static IReadOnlyList<Ask> All(Product product) =>
        [
            .. product
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
                .Select(e => new Ask(
                    e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName,
                    new HttpMethod(e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()),
                    e.RoutePattern.RawText!,
                    e.Metadata.GetMetadata<Needs>()!.Capability
                ))
                .OrderBy(a => a.Name, StringComparer.Ordinal),
        ];

    /// <summary><c>+</c> may, <c>-</c> may not (403), <c>0</c> may not know (404).</summary>
    public async Task<char> By(Caller caller, IReadOnlyDictionary<string, string> values, bool takesEffect = false)
    {
        var path = PathOf(values);
        (string, string)[] headers = IsRead || takesEffect ? [] : [("If-Match", NoVersion)];
        var reply =
            Method == HttpMethod.Get ? await caller.Get(path)
            : Bodies.Calendar(Name) is { } calendar
                ? await caller.Send(
                    Method,
                    path,
                    new ByteArrayContent(Encoding.UTF8.GetBytes(calendar)) { Headers = { { "Content-Type", "text/calendar" } } },
                    headers
                )
            : await caller.Send(Method, path, Bodies.Of(Name), headers);
        return reply.Status switch
        {
            HttpStatusCode.Forbidden when reply.Problem is "access.not-permitted" => '-',
            HttpStatusCode.NotFound when IsInCrisis && reply.Problem == "platform.not-found" => '0',
            HttpStatusCode.NotFound when Needs == AccessCapabilities.ReadIncidents || Needs == AlarmsCapabilities.ReadAlarm => '0',
            HttpStatusCode.PreconditionFailed => '+',
            HttpStatusCode.BadRequest when !IsRead && !takesEffect => throw new InvalidOperationException($"{Name}: {reply.Text}"),
            >= HttpStatusCode.InternalServerError or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.Unauthorized =>
                throw new InvalidOperationException($"{Name} by {caller.Person}: {reply.Status} {reply.Text}"),
            _ => '+',
        };
    }

    [GeneratedRegex(@"\{(\w+)(:\w+)?\}")]
    private static partial Regex Parameter { get; }
}
