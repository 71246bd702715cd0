using CrisisCommand.Platform.Texts;
using CrisisCommand.Sending;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Sending;

/// <summary>Whether a database is the one, over the ways in which it can be another.</summary>
public class InstallationTests
{
    private static readonly InstallationMark Mark = new(InstallationMark.Key, Id(1), "server", 7, 1, 0, null);
    private static readonly DatabaseSeen Original = new("server", 7, 1, Mark, 40, Id(40), HasTip: true, IsServed: false);
    private static readonly DatabaseSeen Empty = Original with { Mark = null, Sequence = 0, Tip = null };
    private static readonly Remembered Memory = Remembered.Of(Original, Noon);

    [Fact]
    public void The_first_day_begins_by_itself()
    {
        Judge(null, Empty).ShouldBe(new Verdict.Begins());
        // A memory that nobody keeps up any more is of a database that is gone.
        Judge(Memory, Empty, Noon.AddHours(1)).ShouldBe(new Verdict.Begins());
        Judge(Memory, Empty).ShouldBe(Holds(HoldReason.Other));
    }

    [Fact]
    public void The_one_that_was_served_is_served_also_after_a_failover()
    {
        Judge(Memory, Original).ShouldBe(new Verdict.Serves());
        Judge(Memory, Original with { Timeline = 2 }).ShouldBe(new Verdict.Serves());
    }

    [Theory]
    [InlineData("another", 7)]
    [InlineData("server", 8)]
    public void A_dump_elsewhere_and_a_copy_beside_are_copies(string system, long oid)
    {
        var copy = Original with { System = system, Oid = oid };
        Judge(null, copy).ShouldBe(Holds(HoldReason.Copy));
        Judge(Memory, copy).ShouldBe(Holds(HoldReason.Copy));
        Judge(null, copy, keepsMemory: false).ShouldBe(Holds(HoldReason.Copy));
        // However freshly it was served where it comes from.
        Judge(null, copy with { IsServed = true }).ShouldBe(Holds(HoldReason.Copy));
    }

    [Fact]
    public void An_older_state_of_the_same_database_is_behind() =>
        Judge(Memory, Original with { HasTip = false, Timeline = 2 }).ShouldBe(Holds(HoldReason.Behind));

    [Fact]
    public void A_copy_of_the_whole_server_is_unknown_to_a_node_without_memory()
    {
        Judge(null, Original).ShouldBe(Holds(HoldReason.Unknown));
        Judge(null, Original with { IsServed = true }).ShouldBe(new Verdict.Serves());
        // Where there is no place to remember in, the mark must do, but for another timeline.
        Judge(null, Original, keepsMemory: false).ShouldBe(new Verdict.Serves());
        Judge(null, Original with { Timeline = 2 }, keepsMemory: false).ShouldBe(Holds(HoldReason.Copy));
    }

    [Fact]
    public void What_was_there_before_marks_were_is_taken_for_the_one_only_where_nothing_could_say_otherwise()
    {
        var older = Original with { Mark = null };
        Judge(null, older).ShouldBe(Holds(HoldReason.Unknown));
        Judge(null, older, keepsMemory: false).ShouldBe(new Verdict.Begins());
    }

    [Fact]
    public void What_an_operator_said_holds_for_the_database_that_it_was_said_of_and_silences_the_other()
    {
        var released = new DatabaseSeen(
            "elsewhere",
            9,
            1,
            Mark with
            {
                System = "elsewhere",
                Oid = 9,
                Releases = 1,
            },
            30,
            Id(30),
            false,
            true
        );
        Judge(Memory, released).ShouldBe(new Verdict.Serves());
        var memory = Remembered.Of(released, Noon);
        Judge(memory, Original).ShouldBe(Holds(HoldReason.Other));
        // An older state of what was released carries an older number, and is no newer for it.
        Judge(memory with { Releases = 2 }, released with { HasTip = false }).ShouldBe(Holds(HoldReason.Behind));
    }

    private static Verdict Holds(HoldReason reason) => new Verdict.Holds(reason);

    private static Verdict Judge(Remembered? remembered, DatabaseSeen seen, DateTimeOffset? now = null, bool keepsMemory = true) =>
        Installation.Judge(remembered, keepsMemory, seen, now ?? Noon.AddSeconds(5));
}
