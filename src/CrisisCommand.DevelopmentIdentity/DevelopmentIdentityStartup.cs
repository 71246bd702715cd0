using CrisisCommand.DevelopmentIdentity;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: HostingStartup(typeof(DevelopmentIdentityStartup))]

namespace CrisisCommand.DevelopmentIdentity;

/// <summary>
/// Gives a host that knows nothing of it an issuer of tokens and the seeded people. Loaded by
/// ASPNETCORE_HOSTINGSTARTUPASSEMBLIES; no published host carries it, and it refuses wherever it is not being developed, or could be reached.
/// </summary>
public sealed class DevelopmentIdentityStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder)
    {
        var people = Organisation.People();
        builder.ConfigureAppConfiguration((_, configuration) => configuration.AddInMemoryCollection(Organisation.AsConfiguration(people)));
        builder.UseSetting("Identity:Picker", SignInPicker.Path);
        builder.ConfigureServices(
            (context, services) =>
            {
                Refuse(FaultOf(context.HostingEnvironment, context.Configuration));
                // A test host runs hosting startups twice, on its own builder and on the program's.
                if (services.Any(s => s.ServiceType == typeof(TokenIssuer)))
                {
                    return;
                }

                var issuer = new TokenIssuer(TimeProvider.System);
                services.AddSingleton(issuer);
                services.AddSingleton<IReadOnlyList<Person>>(people);
                services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(issuer.Accept);
                services.AddSingleton<IStartupFilter, TokenEndpoints>();
            }
        );
    }

    /// <summary>Why it may not serve here; null where it may.</summary>
    private static string? FaultOf(IHostEnvironment environment, IConfiguration configuration) =>
        !environment.IsDevelopment()
            ? $"refuses to run in {environment.EnvironmentName}: it starts with ASPNETCORE_ENVIRONMENT=Development only. "
                + "Unset ASPNETCORE_HOSTINGSTARTUPASSEMBLIES and set Identity__Authority."
        : Binding.Reachable(configuration) is { } address
            ? $"refuses to serve at {address}, which others reach: bind to this machine alone (http://localhost:5080)."
        : null;

    private static void Refuse(string? fault)
    {
        if (fault is not null)
        {
            throw new InvalidOperationException($"CrisisCommand.DevelopmentIdentity hands out everybody's tokens and {fault}");
        }
    }
}
