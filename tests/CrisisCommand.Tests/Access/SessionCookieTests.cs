using CrisisCommand.Access.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Tests.Access;

public class SessionCookieTests
{
    [Theory]
    [InlineData("Development", "", CookieSecurePolicy.SameAsRequest)]
    [InlineData("Production", "__Host-", CookieSecurePolicy.Always)]
    [InlineData("Staging", "__Host-", CookieSecurePolicy.Always)]
    public void Outside_development_cookies_are_of_this_host_and_https_alone(string environment, string prefix, CookieSecurePolicy secure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Services.AddSingleton(new SessionTimes());
        builder.AddSessionCookie();
        using var services = builder.Services.BuildServiceProvider();

        var session = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Name).Cookie;
        var antiforgery = services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie;
        (session.Name, session.Path, session.Domain, session.SecurePolicy).ShouldBe(($"{prefix}crisiscommand", "/", null, secure));
        (antiforgery.Name, antiforgery.Path, antiforgery.Domain, antiforgery.SecurePolicy).ShouldBe(
            ($"{prefix}antiforgery", "/", null, secure)
        );
    }
}
