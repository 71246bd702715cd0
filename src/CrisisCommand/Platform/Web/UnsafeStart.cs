namespace CrisisCommand.Platform.Web;

/// <summary>Settings that it is not safe to serve with stop the start, all of them told at once, before anything is asked of the database.</summary>
public static class UnsafeStart
{
    /// <param name="fault">In words for whoever starts it; null: the settings are fit.</param>
    public static void RefuseStart(this IServiceCollection services, string? fault)
    {
        if (fault is null)
        {
            return;
        }

        services.AddSingleton(new Fault(fault));
        if (!services.Any(s => s.ImplementationType == typeof(Refusing)))
        {
            // Hosted services start in the order in which they stand.
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService, Refusing>());
        }
    }

    private sealed record Fault(string Words);

    private sealed class Refusing(IEnumerable<Fault> faults) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            throw new InvalidOperationException(string.Join(Environment.NewLine, faults.Select(f => f.Words)));

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
