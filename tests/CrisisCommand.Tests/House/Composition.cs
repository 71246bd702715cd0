using System.Diagnostics;
using System.Text.Json;
using CrisisCommand.Platform.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrisisCommand.Tests.House;

/// <summary>The product's services as Program.cs puts them together. The host is caught when it is built and never starts: no database.</summary>
public static class Composition
{
    private static readonly Lazy<IServiceProvider> Built = new(Catch);

    public static IServiceProvider Services => Built.Value;

    /// <summary>By feature, in the order of Program.cs; within a feature as its module lists them.</summary>
    public static IReadOnlyList<Facts> Features { get; } = [.. Services.GetServices<Facts>()];

    public static IReadOnlyList<EventType> Events { get; } = [.. Features.SelectMany(f => f.Events)];

    public static EventCatalogue Catalogue { get; } = new(Features);

    /// <summary>The serializer that Marten is given.</summary>
    public static Marten.ISerializer Store { get; } = Json.Serializer(Features);

    public static JsonSerializerOptions Stored { get; } = Json.Stored(Features);

    public static JsonSerializerOptions Spoken { get; } = Json.Spoken(new(JsonSerializerDefaults.Web), Features);

    private static IServiceProvider Catch()
    {
        using var builds = new HostBuilds();
        using var listening = DiagnosticListener.AllListeners.Subscribe(builds);
        try
        {
            typeof(Program).Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        catch (System.Reflection.TargetInvocationException stopped) when (stopped.InnerException is HostAbortedException)
        {
            return builds.Host!.Services;
        }

        throw new InvalidOperationException("Program.cs built no host.");
    }

    /// <summary>What .NET's own tools listen to when they want a program's host and not its run.</summary>
    private sealed class HostBuilds : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;
        private IDisposable? _subscription;

        public IHost? Host { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting" && Environment.CurrentManagedThreadId == _thread)
            {
                _subscription = value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == "HostBuilt" && Environment.CurrentManagedThreadId == _thread)
            {
                Host = (IHost)value.Value!;
                throw new HostAbortedException();
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => _subscription?.Dispose();
    }
}
