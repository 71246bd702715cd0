using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using CrisisCommand.DevelopmentIdentity;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrisisCommand.IntegrationTests.DevelopmentIdentity;

/// <summary>A host that knows nothing of the development identity, started with it by name as ops/run.sh does.</summary>
public sealed class TokenEndpointsTests
{
    [Fact]
    public async Task A_token_is_its_persons()
    {
        await using var host = await Start();
        (await AskAs(host, await Token(host, "vd"))).ShouldBe("vd");
    }

    [Fact]
    public async Task A_restart_ends_every_token()
    {
        await using var before = await Start();
        await using var after = await Start();
        (await AskAs(after, await Token(before, "vd"))).ShouldBe("401");
    }

    [Fact]
    public async Task An_unknown_person_is_not_found() => (await Get("/development/tokens/crisis-leader")).ShouldBe(404);

    [Fact]
    public async Task The_list_names_everybody()
    {
        await using var host = await Start();
        var lines = await host.GetTestClient().GetFromJsonAsync<List<Line>>("/development/tokens");
        lines!.Count.ShouldBe(Organisation.People().Count);
        lines[0].ShouldBe(new Line("vd", "crisis-leader", Organisation.People()[0].Name));
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost", null, 200)]
    [InlineData("::1", "localhost", null, 200)]
    [InlineData("10.0.0.7", "localhost", null, 404)]
    [InlineData("127.0.0.1", "attacker.example", null, 404)]
    [InlineData("127.0.0.1", "localhost", "10.0.0.7", 404)]
    public async Task Only_this_machine_may_ask(string from, string host, string? forwardedFor, int status) =>
        (await Get("/development/tokens/vd", from, host, forwardedFor)).ShouldBe(status);

    [Fact]
    public void The_host_sees_the_people_and_that_an_identity_is_there_already()
    {
        var builder = Builder("Development");
        builder.Services.ShouldContain(service => service.ServiceType == typeof(IConfigureOptions<JwtBearerOptions>));
        builder.Configuration["Seed:People:0:Id"].ShouldBe("vd");
        builder.Configuration.GetSection("Seed:People").GetChildren().Count().ShouldBe(Organisation.People().Count);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Test")]
    public void Anything_but_development_is_refused(string environment) =>
        Should.Throw<InvalidOperationException>(() => Builder(environment)).Message.ShouldContain($"refuses to run in {environment}");

    [Theory]
    [InlineData("--urls=http://0.0.0.0:5080", "http://0.0.0.0:5080")]
    [InlineData("--urls=http://localhost:5080;http://10.0.0.7:5081", "http://10.0.0.7:5081")]
    [InlineData("--urls=http://kris.example.se:5080", "http://kris.example.se:5080")]
    [InlineData("--urls=http://[::]:5080", "http://[::]:5080")]
    [InlineData("--http_ports=8080", "http://*:8080")]
    [InlineData("--Kestrel:Endpoints:Web:Url=http://*:80", "http://*:80")]
    public void An_address_that_others_reach_is_refused(string setting, string address) =>
        Should
            .Throw<InvalidOperationException>(() => Builder("Development", setting))
            .Message.ShouldContain($"refuses to serve at {address}");

    [Theory]
    [InlineData("--urls=http://localhost:5080")]
    [InlineData("--urls=http://127.0.0.1:0;http://[::1]:0")]
    [InlineData("--urls=http://127.1.2.3:5080")]
    public void This_machine_alone_is_served(string setting) => Should.NotThrow(() => Builder("Development", setting));

    private static WebApplicationBuilder Builder(string environment, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = environment,
                Args = ["--hostingStartupAssemblies=CrisisCommand.DevelopmentIdentity", .. settings],
            }
        );
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthorization();
        return builder;
    }

    private static async Task<WebApplication> Start()
    {
        var app = Builder("Development").Build();
        app.MapGet("/me", (HttpContext http) => http.User.Identity!.Name).RequireAuthorization();
        await app.StartAsync();
        return app;
    }

    private static Task<string> Token(WebApplication host, string person) =>
        host.GetTestClient().GetStringAsync($"/development/tokens/{person}");

    private static async Task<string> AskAs(WebApplication host, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await host.GetTestClient().SendAsync(request);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsStringAsync()
            : ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<int> Get(string path, string from = "127.0.0.1", string host = "localhost", string? forwardedFor = null)
    {
        await using var app = await Start();
        var context = await app.GetTestServer()
            .SendAsync(http =>
            {
                http.Request.Path = path;
                http.Request.Host = new HostString(host);
                http.Connection.RemoteIpAddress = IPAddress.Parse(from);
                if (forwardedFor != null)
                {
                    http.Request.Headers["X-Forwarded-For"] = forwardedFor;
                }
            });
        return context.Response.StatusCode;
    }

    private sealed record Line(string Id, string? Function, string Name);
}
