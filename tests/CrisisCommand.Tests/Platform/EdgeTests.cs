using System.Net;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Tests.Platform;

/// <summary>Who asks, and under which name.</summary>
public class EdgeTests
{
    [Theory]
    [InlineData("10.0.0.5", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.5", "192.0.2.66, 203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.5", "192.0.2.66, 203.0.113.9, 172.30.82.1", "203.0.113.9")]
    [InlineData("203.0.113.9", "192.0.2.66", "203.0.113.9")]
    [InlineData("10.0.0.6", "192.0.2.66", "10.0.0.6")]
    public async Task Only_a_known_proxy_says_for_whom_it_asks(string from, string forwardedFor, string caller)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Proxy:Known"] = "10.0.0.5; 172.30.82.0/24";
        Proxies.Add(builder);
        await using var app = builder.Build();
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        http.Request.Headers["X-Forwarded-For"] = forwardedFor;

        await Forwarding(app)(http);

        CallerAddress.Of(http).ShouldBe(caller);
    }

    [Theory]
    [InlineData("https", "10.0.0.5", true)]
    [InlineData("https", "203.0.113.9", false)]
    public async Task And_by_which_scheme(string said, string from, bool isHttps)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Proxy:Known"] = "10.0.0.5";
        Proxies.Add(builder);
        await using var app = builder.Build();
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        (http.Request.Scheme, http.Request.Headers["X-Forwarded-For"]) = ("http", "192.0.2.1");
        http.Request.Headers["X-Forwarded-Proto"] = said;

        await Forwarding(app)(http);

        http.Request.IsHttps.ShouldBe(isHttps);
    }

    [Theory]
    [InlineData("kris.example.se;*.bostad.example", "https://other.example", "kris.example.se,*.bostad.example")]
    [InlineData(null, "https://kris.example.se", "kris.example.se")]
    [InlineData("", "https://kris.example.se:8443/x", "kris.example.se")]
    [InlineData(null, null, "")]
    public void The_names_are_those_set_or_that_by_which_phones_reach_us(string? hosts, string? address, string names) =>
        string.Join(',', HostNames.Named(Settings(("AllowedHosts", hosts), ("CrisisCommand:PublicAddress", address)))).ShouldBe(names);

    [Theory]
    [InlineData("kris.example.se", true)]
    [InlineData("kris.example.se;*", false)]
    [InlineData("*", false)]
    [InlineData(null, false)]
    public void Whoever_answers_to_every_name_or_none_does_not_start(string? hosts, bool fit) =>
        (HostNames.FaultOf(HostNames.Named(Settings(("AllowedHosts", hosts)))) is null).ShouldBe(fit);

    private static RequestDelegate Forwarding(WebApplication app) =>
        new ForwardedHeadersMiddleware(
            _ => Task.CompletedTask,
            Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
            (IOptions<ForwardedHeadersOptions>)app.Services.GetService(typeof(IOptions<ForwardedHeadersOptions>))!
        ).Invoke;

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();
}
