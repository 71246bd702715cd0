using System.Net;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>What stands outside all else as it is in Production, around endpoints that do nothing or fail.</summary>
public class ProductionEdgeTests
{
    [Theory]
    [InlineData("10.0.0.5", "https", "max-age=31536000")]
    [InlineData("10.0.0.5", "http", null)]
    [InlineData("203.0.113.9", "https", null)]
    public async Task Https_is_for_good_where_a_known_proxy_says_that_it_is(string from, string scheme, string? expected)
    {
        await using var app = await Start();

        var answer = await app.GetTestServer()
            .SendAsync(http =>
            {
                (http.Request.Path, http.Request.Host) = ("/", new HostString("kris.example.se"));
                http.Connection.RemoteIpAddress = IPAddress.Parse(from);
                http.Request.Headers["X-Forwarded-For"] = "192.0.2.1";
                http.Request.Headers["X-Forwarded-Proto"] = scheme;
            });

        answer.Response.Headers.StrictTransportSecurity.ToString().ShouldBe(expected ?? "");
    }

    [Theory]
    [InlineData("kris.example.se", HttpStatusCode.OK)]
    [InlineData("localhost:8080", HttpStatusCode.OK)]
    [InlineData("elsewhere.example", HttpStatusCode.BadRequest)]
    public async Task Names_that_are_none_of_ours_get_no_further(string host, HttpStatusCode status)
    {
        await using var app = await Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        using var response = await app.GetTestClient().SendAsync(request);

        response.StatusCode.ShouldBe(status);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    /// <summary>Outside of what else tells errors: whatever fails there is told all the same, and shows nothing of our insides.</summary>
    [Fact]
    public async Task Whatever_fails_is_told_in_words()
    {
        await using var app = await Start();

        using var response = await app.GetTestClient().GetAsync("/fails");
        var reply = new Reply(response, await response.Content.ReadAsByteArrayAsync());

        reply.ShouldBe(HttpStatusCode.InternalServerError);
        Probe.ShouldBeWorded(reply);
        reply.Header("Content-Security-Policy").ShouldBe("default-src 'none'; frame-ancestors 'none'");
        reply.Header("Cache-Control").ShouldStartWith("no-store");
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Staging", true)]
    [InlineData("Development", false)]
    public async Task The_API_s_document_is_for_those_who_run_it_where_it_is_not_being_developed(string environment, bool closed)
    {
        await using var app = Build(environment);
        app.MapApiDocument();

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).ToList();

        endpoints.Count.ShouldBeGreaterThanOrEqualTo(2);
        endpoints.ShouldAllBe(e => e.Metadata.OfType<IAuthorizeData>().Any() == closed);
        endpoints.ShouldAllBe(e => e.Metadata.OfType<Needs>().Any(n => n.Capability == PlatformCapabilities.ReadApi) == closed);
    }

    private static async Task<WebApplication> Start()
    {
        var app = Build("Production");
        app.Use(HostNames.Pass);
        app.MapGet("/", () => TypedResults.Ok());
        app.MapGet("/fails", new Func<string>(() => throw new InvalidOperationException("   at our insides")));
        await app.StartAsync();
        return app;
    }

    private static WebApplication Build(string environment)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = environment,
                Args = ["--AllowedHosts=kris.example.se", "--Proxy:Known=10.0.0.5", "--hostingStartupAssemblies="],
            }
        );
        builder.WebHost.UseTestServer();
        builder.Services.AddOpenApi();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication().AddJwtBearer();
        Edge.Add(builder);
        return builder.Build();
    }
}
