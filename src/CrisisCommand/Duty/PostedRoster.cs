using System.Reflection;
using System.Text;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CrisisCommand.Duty;

/// <summary>A calendar as sent. Its bytes and the query string both count for the Idempotency-Key.</summary>
/// <param name="From">From when on it is to be in force (<c>?from=</c>); null: from now.</param>
public sealed record PostedRoster(string MediaType, byte[] Body, DateTimeOffset? From, CommandContext Context)
    : IEndpointParameterMetadataProvider
{
    public const string Calendar = "text/calendar";

    public static async ValueTask<PostedRoster> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var key = CommandBinding.KeyOf(http.Request);
        if (
            !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals(Calendar, StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new InvalidInput(Problems.UnsupportedMediaType.As("expected").With(Calendar));
        }

        var from = DutyTimes.Query(http, "from");
        var body = await CommandBinding.ReadBody(http);
        byte[] counted = [.. body, .. Encoding.UTF8.GetBytes(http.Request.QueryString.Value ?? "")];
        return new(http.Request.ContentType!, body, from, CommandBinding.EnvelopeOf(http, key, counted));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([Calendar], typeof(string)));
}
