using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>A product of which every log line, with what it is scoped by, and every trace is kept, as the most talkative settings make them.</summary>
public sealed class OverheardProduct : Product, ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ActivityListener _traces;
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public OverheardProduct()
    {
        _traces = new ActivityListener
        {
            // Not the test's own client, which knows the address since it asks for it.
            ShouldListenTo = source => source.Name != "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
                _heard.Enqueue(
                    $"trace {a.DisplayName} {string.Join(' ', a.TagObjects.Select(t => $"{t.Key}={t.Value}"))} "
                        + string.Join(' ', a.Events.SelectMany(e => e.Tags).Select(t => $"{t.Key}={t.Value}"))
                ),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public IReadOnlyCollection<string> Heard => _heard;

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() => _traces.Dispose();

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Logging:LogLevel:Default", "Information");
        host.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace");
        host.UseSetting("Logging:LogLevel:Wolverine", "Debug");
        host.UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9");
        host.UseSetting("Telemetry:TracesPerSecond", "100000");
        host.ConfigureLogging(l => l.AddProvider(this));
    }

    private sealed class Ear(OverheardProduct product, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => product._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var line = $"{category} {formatter(state, exception)} {Told(state)} {exception}";
            product._scopes.ForEachScope((scope, _) => line += $" / {Told(scope)}", line);
            product._heard.Enqueue(line);
        }

        private static string Told(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named) : $"{state}";
    }
}
