using System.Diagnostics;
using System.Reflection;
using CrisisCommand.Boards;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrisisCommand.Benchmarks;

/// <summary>How fast a journal becomes a board: the fold alone, on facts in memory, and with reading them from the database.</summary>
internal static class FoldRate
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    public static async Task Measure(Arguments arguments)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:CrisisCommand", arguments["database"])]);
        // Only figures go to the output.
        builder.Logging.ClearProviders();
        builder.AddPlatform([], new NodeRestart());
        AddFeatures(builder.Services, builder.Configuration);
        await using var product = builder.Build();
        var journals = product.Services.GetRequiredService<Journals>();
        var crisis = Guid.Parse(arguments["crisis"].Split('/')[^1]);

        var facts = await journals.Facts(Realm.Live, crisis, 1, null, default);
        Figures.Print("fold.memory", await Rate(facts.Count, () => Task.FromResult(facts)));
        Figures.Print("fold.database", await Rate(facts.Count, () => journals.Facts(Realm.Live, crisis, 1, null, default)));
    }

    /// <summary>Events per second, of as many whole folds as fit the time; the first one only warms up.</summary>
    private static async Task<double> Rate(int events, Func<Task<IReadOnlyList<Fact>>> load)
    {
        Fold(await load());
        var (since, folds) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(since) < Long; folds++)
        {
            Fold(await load());
        }

        return folds * (double)events / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static void Fold(IReadOnlyList<Fact> facts)
    {
        var board = facts.Aggregate(Board.Initial, (b, fact) => b.After(fact));
        if (board.Version != facts.Count)
        {
            throw new InvalidOperationException($"{facts.Count} facts made a board of version {board.Version}.");
        }
    }

    // Every feature's module, as Program.cs names them one by one: the store reads only events that a module has registered.
    private static void AddFeatures(IServiceCollection services, IConfiguration configuration)
    {
        foreach (var module in typeof(Board).Assembly.GetTypes().Where(t => t.Name.EndsWith("Module", StringComparison.Ordinal)))
        {
            foreach (var add in module.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(AddsFeature))
            {
                add.Invoke(null, add.GetParameters().Length == 1 ? [services] : [services, configuration]);
            }
        }
    }

    private static bool AddsFeature(MethodInfo method) =>
        method.Name.StartsWith("Add", StringComparison.Ordinal)
        && method.GetParameters().Select(p => p.ParameterType).ToList() is [var first, .. var rest]
        && first == typeof(IServiceCollection)
        && (rest.Count == 0 || (rest.Count == 1 && rest[0] == typeof(IConfiguration)));
}
