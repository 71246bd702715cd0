using CrisisCommand.Platform.Web;

namespace CrisisCommand.Reference;

public static class GetReferenceEndpoint
{
    /// <summary>The kinds of incident, the levels of a crisis, the areas with their properties, and when layers of the duty roster are not staffed.</summary>
    public static void MapGetReference(this IEndpointRouteBuilder api) =>
        api.MapGet("/reference", (ReferenceData reference) => TypedResults.Ok(reference))
            .Read<ReferenceData>("GetReference", "Reference", ReferenceCapabilities.ReadReference);
}
