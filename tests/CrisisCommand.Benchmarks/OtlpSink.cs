using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisCommand.Benchmarks;

/// <summary>Takes whatever an OTLP exporter sends (http/protobuf) and throws it away, so that the measured product does export.</summary>
internal static class OtlpSink
{
    public static async Task Run(Arguments arguments)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{arguments["port"]}");
        var app = builder.Build();
        var taken = 0L;
        app.MapGet("/bytes", () => Interlocked.Read(ref taken));
        app.MapPost(
            "/{**any}",
            async (HttpRequest request) =>
            {
                using var counted = new MemoryStream();
                await request.Body.CopyToAsync(counted);
                Interlocked.Add(ref taken, counted.Length);
                return Results.Bytes([], "application/x-protobuf");
            }
        );
        await app.RunAsync();
    }
}
