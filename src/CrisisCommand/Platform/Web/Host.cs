using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Telemetry;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using JasperFx.Resources;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CrisisCommand.Platform.Web;

/// <summary>What every feature stands on, put together.</summary>
public static class Host
{
    /// <param name="args">The program's; what is no order to serve is given the time it needs.</param>
    /// <param name="restart">By which a node that has left is asked to come back.</param>
    public static void AddPlatform(this WebApplicationBuilder builder, string[] args, NodeRestart restart)
    {
        var services = builder.Services;
        Edge.Add(builder);
        var certificates = builder.AddKeyCertificates();
        builder.AddIdentity();
        services.AddSingleton(TimeProvider.System);
        services.Configure<RealmOptions>(builder.Configuration.GetSection("CrisisCommand"));
        services.AddSingleton<Realms>();
        services.AddPlatformFacts();
        services
            .AddOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>()
            .Configure<IEnumerable<Facts>>((o, features) => Json.Spoken(o.SerializerOptions, features));
        services.AddTelemetry(builder.Configuration);
        services.AddOpenApi();
        services.AddLimits();
        services.AddSealKeys(certificates);
        services.AddPageRoutes();
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.AddSignedLinks(builder.Configuration);
        services.AddSingleton<IHttpContextFactory, LinkRequests>();
        services.AddReadiness();
        services.AddSingleton(restart);
        services.AddCommands();
        services.AddSingleton<OpenStreams>();
        AddStore(builder, serves: args is not [var first, ..] || first == "run" || first.StartsWith('-'));
        services.AddHostedService<RetireClearKeys>();
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = CommandBinding.MaxDrained);
    }

    private static void AddStore(WebApplicationBuilder builder, bool serves)
    {
        var applies = builder.Configuration.AppliesAtStart(builder.Environment);
        // Making a schema takes what it takes, on a slow machine longer than any command may: such a node has no deadlines in the database.
        builder.AddEventStore(serves && !applies);
        if (applies)
        {
            builder.Services.AddResourceSetupOnStartup();
        }
    }

    private static void AddPlatformFacts(this IServiceCollection services) =>
        services.AddSingleton(new Facts(PlatformJson.Default).State<Erasures>(StreamKinds.Erasures));

    private static void AddReadiness(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<Readiness>("store", tags: ["ready"])
            .AddCheck<ClockHealth>("clock", tags: ["ready"])
            .AddCheck<SubscriptionsHealth>("subscriptions", tags: ["ready"])
            .AddCheck<JournalsHealth>("journals", tags: ["ready"])
            .AddCheck<TextFaults>("texts", tags: ["ready"]);

    public static void UsePlatform(this WebApplication app)
    {
        app.Use(HostNames.Pass);
        app.Use(LinkRequests.Guard);
        app.Use(Language.Keep);
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), pages => pages.UseResponseCompression());
        app.UseProblemDetails();
        app.UsePageFiles();
        app.UseRouting();
        app.Use(PagePolicy.Keep);
        app.UseSignInLimit();
        app.Use(MemoryReads.Keep);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(RefuseUnknownRealm);
        app.UseRateLimiter();
        app.Use(RequestDeadline.Keep);
        app.Use(OpenStreams.Keep);
        app.MapApiDocument();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", HealthAnswer.Options("ready"));
    }

    private static Task RefuseUnknownRealm(HttpContext http, RequestDelegate next) =>
        http.Request.RouteValues.TryGetValue("realm", out var realm)
        && !http.RequestServices.GetRequiredService<Realms>().Knows(realm as string)
            ? ProblemResponses.Write(http, Problems.UnknownRealm)
            : next(http);
}
