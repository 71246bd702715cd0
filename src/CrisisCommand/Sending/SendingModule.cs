using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Marten;

namespace CrisisCommand.Sending;

public static class SendingModule
{
    /// <summary>Before what begins anything in the database: an empty one is told from one that was found.</summary>
    public static void AddSending(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Installation").Get<SendingOptions>() ?? new SendingOptions());
        services.AddFeature(new Facts(SendingJson.Default).State<SendingRelease>(StreamKinds.Sending), MapSending);
        services.ConfigureMarten(o => o.Schema.For<InstallationMark>().Identity(x => x.Id));
        services.AddSingleton<InstallationFile>();
        services.AddSingleton<DatabaseLook>();
        services.AddSingleton<SendingGate>();
        services.AddSingleton<SendingReading>();
        services.AddHostedService<InstallationWatch>();
        services.AddHealthChecks().AddCheck<SendingHealth>("sending", tags: ["ready"]);
    }

    private static void MapSending(this IEndpointRouteBuilder api)
    {
        api.MapGetSending();
        api.MapStartSending();
    }
}

[JsonSerializable(typeof(SendingStarted))]
[JsonSerializable(typeof(InstallationMark))]
[JsonSerializable(typeof(StartSending))]
[JsonSerializable(typeof(SendingShown))]
public sealed partial class SendingJson : JsonSerializerContext;
