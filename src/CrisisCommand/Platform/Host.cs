using JasperFx.Resources;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform;

/// <summary>What every feature stands on, put together.</summary>
public static class Host
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // First of all, since hosted services start in this order: unsafe settings are refused before anything is asked of the database.
        builder.AddIdentity();
        services.AddSingleton(TimeProvider.System);
        services.Configure<RealmOptions>(builder.Configuration.GetSection("CrisisCommand"));
        services.AddSingleton<Realms>();
        services.AddSingleton(new Facts().Json(ProblemJson.Default));
        services
            .AddOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>()
            .Configure<IEnumerable<Facts>>((o, features) => Json.Spoken(o.SerializerOptions, features));
        services.AddTelemetry(builder.Configuration);
        services.AddOpenApi();
        services.AddSealKeys();
        services.AddPageRoutes();
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.AddSignedLinks(builder.Configuration);
        services.AddHealthChecks().AddCheck<Readiness>("store", tags: ["ready"]);
        builder.AddEventStore();
        if (builder.Environment.IsDevelopment())
        {
            services.AddResourceSetupOnStartup();
        }

        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = CommandBinding.MaxDrained);
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.Use(Language.Keep);
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), pages => pages.UseResponseCompression());
        app.UseProblemDetails();
        app.UsePageFiles();
        app.UseRouting();
        app.Use(PagePolicy.Keep);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(RefuseUnknownRealm);
        app.Use(RequestDeadline.Keep);
        app.UseSwagger();
        app.UseSwaggerUI();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
    }

    /// <summary>The routes of one realm: everything under them wants a token.</summary>
    public static RouteGroupBuilder MapRealm(this WebApplication app) => app.MapGroup("/api/{realm}").RequireAuthorization();

    private static Task RefuseUnknownRealm(HttpContext http, RequestDelegate next) =>
        http.Request.RouteValues.TryGetValue("realm", out var realm)
        && !http.RequestServices.GetRequiredService<Realms>().Knows(realm as string)
            ? ProblemResponses.Write(http, Problems.UnknownRealm)
            : next(http);
}
