using CrisisCommand.Platform.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CrisisCommand.Tests.Platform;

/// <summary>A start waits for a database that is busy or away, for a while, and for nothing else.</summary>
public class StartWorkTests
{
    private static readonly Exception Away = new NpgsqlException("The operation has timed out", new TimeoutException());

    /// <summary>Every wait is over at once, and has taken its time.</summary>
    private readonly FakeTimeProvider _clock = new() { AutoAdvanceAmount = StartWork.Between };

    [Fact]
    public async Task What_the_database_did_not_answer_is_asked_again()
    {
        var asked = 0;
        await Start(() => ++asked < 3 ? throw Away : Task.CompletedTask);
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task A_database_that_stays_away_ends_the_start()
    {
        var asked = 0;
        (
            await Should.ThrowAsync<NpgsqlException>(() =>
                Start(() =>
                {
                    asked++;
                    throw Away;
                })
            )
        ).ShouldBe(Away);
        asked.ShouldBeInRange(2, (int)(StartWork.Longest / StartWork.Between) + 1);
    }

    [Fact]
    public async Task Any_other_fault_ends_it_at_once()
    {
        var asked = 0;
        await Should.ThrowAsync<InvalidOperationException>(() =>
            Start(() => ++asked > 0 ? throw new InvalidOperationException() : Task.CompletedTask)
        );
        asked.ShouldBe(1);
    }

    private async Task Start(Func<Task> work)
    {
        var start = new StartWork(_clock, NullLogger<StartWork>.Instance).Do(work, TestContext.Current.CancellationToken);
        while (!start.IsCompleted)
        {
            _clock.Advance(StartWork.Between);
            await Task.Yield();
        }

        await start;
    }
}
