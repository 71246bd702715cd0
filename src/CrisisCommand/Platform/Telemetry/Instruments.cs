using System.Diagnostics;
using System.Diagnostics.Metrics;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CrisisCommand.Platform.Telemetry;

/// <summary>Our own instruments beside Marten's, Wolverine's and Npgsql's; exported over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
public static class Instruments
{
    public const string Name = "CrisisCommand";

    private const int TracesPerSecond = 50;

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Commands = Meter.CreateCounter<long>("crisis.commands", "{command}", "Commands carried out");
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("crisis.refusals", "{command}", "Commands refused, by code");
    public static readonly Counter<long> Replays = Meter.CreateCounter<long>(
        "crisis.replays",
        "{command}",
        "Commands answered from their receipt"
    );
    public static readonly Histogram<double> AppendSeconds = Meter.CreateHistogram<double>("crisis.append.duration", "s", "Durable append");
    public static readonly Histogram<double> BoardSeconds = Meter.CreateHistogram<double>(
        "crisis.board.latency",
        "s",
        "Recorded to sent to a watcher"
    );
    public static readonly UpDownCounter<long> Watchers = Meter.CreateUpDownCounter<long>(
        "crisis.board.watchers",
        "{watcher}",
        "Open board streams"
    );

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry().ConfigureResource(r => r.AddService(Name));
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return services;
        }

        telemetry
            .WithTracing(t =>
                t.SetSampler(
                        new ParentBasedSampler(
                            new TraceBudget(configuration.GetValue("Telemetry:TracesPerSecond", TracesPerSecond), TimeProvider.System)
                        )
                    )
                    .AddAspNetCoreInstrumentation()
                    .AddSource("Marten", "Wolverine", Name)
                    .AddNpgsql()
                    // One such span per poll of the daemon says nothing and costs a lot.
                    .AddProcessor(new DropPolling())
                    .AddOtlpExporter()
            )
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddMeter("Marten", "Wolverine*", "Npgsql", Name).AddOtlpExporter());
        return services;
    }

    private sealed class DropPolling : OpenTelemetry.BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.OperationName == "marten.daemon.highwatermark")
            {
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }
        }
    }
}
