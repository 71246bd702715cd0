using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Platform;

public class GuessesTests
{
    private const string Kind = "Links";

    [Fact]
    public void So_many_may_be_wrong_and_then_one_is_told_when_to_come_back()
    {
        using var guesses = new Guesses([new(Kind, new Allowance(Burst: 20, PerMinute: 1))]);
        for (var n = 0; n < 20; n++)
        {
            guesses.AreSpent(Kind, "192.0.2.7").ShouldBeFalse();
            guesses.Wrong(Kind, "192.0.2.7").ShouldBeNull();
        }

        guesses.AreSpent(Kind, "192.0.2.7").ShouldBeTrue();
        guesses.Wrong(Kind, "192.0.2.7").ShouldBe(TimeSpan.FromMinutes(1));
        guesses.Wrong(Kind, "192.0.2.8").ShouldBeNull();
    }

    [Fact]
    public void Without_a_limit_nothing_is_ever_spent()
    {
        using var guesses = new Guesses([new(Kind, new Allowance(Burst: 0, PerMinute: 1))]);
        for (var n = 0; n < 5_000; n++)
        {
            guesses.Wrong(Kind, "192.0.2.7").ShouldBeNull();
        }

        guesses.AreSpent(Kind, "192.0.2.7").ShouldBeFalse();
    }

    /// <summary>Addresses are as many as an attacker likes: they share 65,536 buckets, so that a million of them cost what those cost.</summary>
    [Fact]
    public void A_million_addresses_have_an_end_in_memory()
    {
        using var guesses = new Guesses([new(Kind, new Allowance(Burst: 1, PerMinute: 1))]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var n = 0; n < 1_000_000; n++)
        {
            guesses.Wrong(Kind, $"address {n}");
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(100_000_000);
    }

    [Theory]
    [InlineData(null, null, 60, 30)]
    [InlineData("5", null, 5, 30)]
    [InlineData("0", "7", 0, 7)]
    public void What_is_set_counts(string? burst, string? perMinute, int expectedBurst, int expectedPerMinute) =>
        new Allowance(60, 30).Set(Settings(burst, perMinute), Kind).ShouldBe(new(expectedBurst, expectedPerMinute));

    [Theory]
    [InlineData("-1", null)]
    [InlineData("5", "0")]
    public void What_is_no_limit_is_refused(string? burst, string? perMinute) =>
        Should
            .Throw<InvalidOperationException>(() => new Allowance(60, 30).Set(Settings(burst, perMinute), Kind))
            .Message.ShouldContain("Limits:Links");

    private static IConfiguration Settings(string? burst, string? perMinute) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Limits:Links:Burst"] = burst, ["Limits:Links:PerMinute"] = perMinute }.Where(s =>
                    s.Value is not null
                )
            )
            .Build();
}
