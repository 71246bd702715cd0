using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Time.Testing;

namespace CrisisCommand.Tests.Platform;

public class IdsTests
{
    /// <summary>Python: sha256(b"CrisisCommand/id/v1\0" + name)[:16] with version 8 and variant 10 set. Streams lie under these ids for ever.</summary>
    [Theory]
    [InlineData("person/vd", "906bae73-01a2-841a-b065-38cb1a600931")]
    [InlineData("klo-plan/normal", "86ada20f-07c1-87f1-b735-e5b43e651d9e")]
    public void A_name_is_one_id_for_ever(string name, string id) => Ids.Named(name).ShouldBe(Guid.Parse(id));

    [Fact]
    public void New_ids_are_version_7_of_the_given_clock_and_order_by_it()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var ids = new List<Guid>();
        for (var i = 0; i < 100; i++)
        {
            ids.Add(Ids.New(clock));
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.Version == 7);
        ids.Select(id => id.ToString()).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        ids[0].ToString().ShouldStartWith($"{clock.Start.ToUnixTimeMilliseconds():x12}"[..8]);
    }

    [Fact]
    public void Two_ids_of_one_moment_differ()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        Ids.New(clock).ShouldNotBe(Ids.New(clock));
    }
}
