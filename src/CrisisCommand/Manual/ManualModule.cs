using System.Text.Json.Serialization;
using CrisisCommand.Crises;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;
using Marten;

namespace CrisisCommand.Manual;

public static class ManualModule
{
    public static void AddManual(this IServiceCollection services)
    {
        services.AddSingleton(s => ManualFiles.Load(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<ReferenceData>()));
        services.AddSingleton(s => new ManualInForce(s.GetRequiredService<ManualEdition>().Version));
        services.AddSingleton<Editions>();
        services.AddSingleton<ManualQuoting>();
        services.AddSingleton<CardDesk>();
        services.AddSingleton<CardReading>();
        services.AddHostedService<KeepEdition>();
        services.AddRazorComponents();
        services.AddFeature(new Facts(ManualJson.Default).State<CardWork>(StreamKinds.Crisis), MapManual);
        services.ConfigureMarten(o => o.Schema.For<KeptEdition>().Identity(x => x.Id));
    }

    private static void MapManual(this IEndpointRouteBuilder api)
    {
        api.MapGetManual();
        api.MapGetCard();
        api.MapPrintManual();
        api.MapGetCrisisManual();
        api.MapPrintCrisisManual();
        api.MapTickStep();
        api.MapSkipStep();
        api.MapReopenStep();
    }
}

[JsonSerializable(typeof(CardStepDone))]
[JsonSerializable(typeof(CardStepSkipped))]
[JsonSerializable(typeof(CardStepReopened))]
[JsonSerializable(typeof(KeptEdition))]
[JsonSerializable(typeof(SkipStep))]
[JsonSerializable(typeof(ReopenStep))]
[JsonSerializable(typeof(NoContent))]
[JsonSerializable(typeof(ManualShown))]
[JsonSerializable(typeof(CardShown))]
[JsonSerializable(typeof(CrisisManualShown))]
public sealed partial class ManualJson : JsonSerializerContext;
