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
/// ASPNETCORE_HOSTINGSTARTUPASSEMBLIES; no published host carries it, and in Production it refuses.
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
                RefuseProduction(context.HostingEnvironment);
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

    private static void RefuseProduction(IHostEnvironment environment)
    {
        if (environment.IsProduction())
        {
            throw new InvalidOperationException(
                "CrisisCommand.DevelopmentIdentity hands out everybody's tokens and refuses to run in Production. "
                    + "Unset ASPNETCORE_HOSTINGSTARTUPASSEMBLIES and set Identity__Authority."
            );
        }
    }
}
