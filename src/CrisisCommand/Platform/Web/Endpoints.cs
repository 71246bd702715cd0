using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.Http.Metadata;

namespace CrisisCommand.Platform.Web;

/// <summary>What all commands' and reads' endpoints say of themselves in the OpenAPI document.</summary>
public static class Endpoints
{
    /// <summary>A command: answers 204 with the new version, or one of the problems that every command may meet.</summary>
    public static RouteHandlerBuilder Command(this RouteHandlerBuilder route, string name, string feature, Capability needs)
    {
        foreach (var status in new[] { 400, 401, 403, 404, 409, 412, 413, 415, 422, 503 })
        {
            route.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problems.ContentType]));
        }

        return route.WithMetadata(new Needs(needs)).WithName(name).WithTags(feature).Produces(204);
    }

    /// <summary>
    /// A command that may ask another right than <see cref="Command"/> names, by how its stream stands: whoever has none of them is sent away
    /// before their command is read.
    /// </summary>
    public static RouteHandlerBuilder OrElse(this RouteHandlerBuilder route, Capability other) =>
        route.WithMetadata(new NeedsInstead(other));

    private static RouteHandlerBuilder Instead<TBody>(RouteHandlerBuilder route, int status)
    {
        route.Add(endpoint =>
            endpoint.Metadata.Remove(endpoint.Metadata.First(m => m is IProducesResponseTypeMetadata { StatusCode: 204 }))
        );
        return route.Produces<TBody>(status);
    }

    /// <summary>A command that tells what came of it, answered 200.</summary>
    public static RouteHandlerBuilder Told<TBody>(this RouteHandlerBuilder route) => Instead<TBody>(route, 200);

    /// <summary>A command that makes something, answered 201 with its place.</summary>
    public static RouteHandlerBuilder Created<TBody>(this RouteHandlerBuilder route) => Instead<TBody>(route, 201);

    /// <summary>A read, answered 200 with its version as entity tag, or 304.</summary>
    public static RouteHandlerBuilder Read<TBody>(this RouteHandlerBuilder route, string name, string feature, Capability needs)
    {
        foreach (var status in new[] { 400, 401, 403, 404, 503 })
        {
            route.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problems.ContentType]));
        }

        return route.WithMetadata(new Needs(needs), new Reads()).WithName(name).WithTags(feature).Produces<TBody>(200);
    }
}
