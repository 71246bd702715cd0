using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CrisisCommand.Platform;

/// <summary>The OpenAPI document: keys and texts are strings, and every command takes its Idempotency-Key.</summary>
public static class OpenApi
{
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
            foreach (var key in typeof(OpenApi).Assembly.GetTypes().Where(IsPlainString))
            {
                o.MapType(key, () => new OpenApiSchema { Type = JsonSchemaType.String });
            }

            o.AddSecurityDefinition(
                "bearer",
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                }
            );
            o.OperationFilter<CommandHeaders>();
        });
    }

    private static bool IsPlainString(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IKey<>));

    private sealed class CommandHeaders : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            if (context.ApiDescription.HttpMethod is "GET" or null)
            {
                return;
            }

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
