using CrisisCommand.Platform.Commands;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// What stands outside all else, the framework's own filter of host names and whatever a hosting assembly brings included: who really asks,
/// what every answer says of itself, and that nothing is ever answered with a bare error.
/// </summary>
public sealed class Edge(IHostEnvironment environment, Proxies proxies) : IStartupFilter
{
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    public static void Add(WebApplicationBuilder builder)
    {
        // Startup filters stand in the order of their registration, and the framework's are registered already.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, Edge>());
        builder.Services.AddHsts(o => o.MaxAge = OneYear);
        Proxies.Add(builder);
        HostNames.Add(builder);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            if (proxies.Known.Length > 0)
            {
                app.UseForwardedHeaders();
            }

            if (!environment.IsDevelopment())
            {
                app.UseHsts();
            }

            app.Use(AnswerPolicy.Keep);
            app.UseProblemDetails();
            app.Use(HostNames.Word);
            next(app);
        };
}
