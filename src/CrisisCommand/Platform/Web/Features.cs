using CrisisCommand.Platform.Store;

namespace CrisisCommand.Platform.Web;

/// <summary>Where a feature stands in the product: what it adds to the journal, and its endpoints in every realm.</summary>
public static class Features
{
    private sealed record Routes(Action<IEndpointRouteBuilder> Map);

    /// <param name="map">Maps its endpoints, under <c>/api/{realm}</c>, where everything wants a token.</param>
    public static void AddFeature(this IServiceCollection services, Facts facts, Action<IEndpointRouteBuilder> map)
    {
        services.AddSingleton(facts);
        services.AddSingleton(new Routes(map));
    }

    public static void MapFeatures(this WebApplication app)
    {
        var realm = app.MapGroup("/api/{realm}").RequireAuthorization();
        foreach (var routes in app.Services.GetServices<Routes>())
        {
            routes.Map(realm);
        }
    }
}
