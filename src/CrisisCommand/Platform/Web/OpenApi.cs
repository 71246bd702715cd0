using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CrisisCommand.Platform.Web;

/// <summary>The OpenAPI document: keys and texts are strings, and every command takes its Idempotency-Key.</summary>
public static class OpenApi
{
    /// <summary>Swagger's page styles itself as it goes.</summary>
    private const string Drawn =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>An endpoint that looks at whatever comes takes in only what it names beside this, which is all that the document says.</summary>
    public const string Anything = "*/*";

    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc("v1", new() { Title = "CrisisCommand", Version = "v1" });
            o.SupportNonNullableReferenceTypes();
            o.CustomSchemaIds(t => t.FullName!.Replace("CrisisCommand.", "", StringComparison.Ordinal).Replace('+', '.'));
            o.MapType<CommittedText>(() =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    MaxLength = CommittedText.MaxLength,
                    MinLength = 1,
                }
            );
            MapChanges(o);
            foreach (var key in typeof(OpenApi).Assembly.GetTypes().Where(IsPlainString))
            {
                o.MapType(key, () => new OpenApiSchema { Type = JsonSchemaType.String });
            }

            o.AddSecurityDefinition("bearer", Bearer);
            o.OperationFilter<CommandHeaders>();
        });
    }

    private static OpenApiSecurityScheme Bearer =>
        new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
        };

    /// <summary>The document and its page: open where the product is developed, elsewhere for those who run it.</summary>
    public static void MapApiDocument(this WebApplication app)
    {
        var group = app.MapGroup("").WithMetadata(new MayDo(Drawn));
        group.MapSwagger();
        group.MapSwaggerUI();
        if (!app.Environment.IsDevelopment())
        {
            group.RequireAuthorization().WithMetadata(new Needs(PlatformCapabilities.ReadApi));
        }
    }

    /// <summary>What may be left out, given or cleared looks to a caller like what is given.</summary>
    private static void MapChanges(SwaggerGenOptions o)
    {
        o.MapType<Change<FunctionKey?>>(() => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null });
        o.MapType<Change<CommittedText?>>(() => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null });
        o.MapType<Change<DateTimeOffset?>>(() =>
            new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time" }
        );
        o.MapType<Change<ImmutableArray<Guid>?>>(() =>
            new OpenApiSchema
            {
                Type = JsonSchemaType.Array | JsonSchemaType.Null,
                Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
            }
        );
    }

    private static bool IsPlainString(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IKey<>));

    private sealed class CommandHeaders : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            if (
                context.ApiDescription.HttpMethod is "GET" or null
                || context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Reads>().Any()
            )
            {
                return;
            }

            operation.RequestBody?.Content?.Remove(Anything);
            operation.Parameters ??= [];
            operation.Parameters.Add(
                Header(
                    "Idempotency-Key",
                    required: true,
                    "One value per command, repeated when the command is: one event, one answer, for ever."
                )
            );
            operation.Parameters.Add(
                Header("If-Match", required: false, "The version of the stream that the command was confirmed against.")
            );
        }

        private static OpenApiParameter Header(string name, bool required, string description) =>
            new()
            {
                Name = name,
                In = ParameterLocation.Header,
                Required = required,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
    }
}
