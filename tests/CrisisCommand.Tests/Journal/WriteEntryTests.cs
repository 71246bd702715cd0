using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

public class WriteEntryTests
{
    private static readonly WriteEntry Smoke = new(Text("Rök i trapphuset"));
    private static readonly CommittedText Busy = Text("Satt i telefon");
    private static readonly LogBook Open = State<LogBook>(Led);

    /// <summary>Stood down at <c>At(3)</c>.</summary>
    private static readonly LogBook Over = State<LogBook>([.. Led, StoodDown]);

    [Fact]
    public void Happened_now_unless_it_is_said_otherwise()
    {
        Smoke.Decide(Open, At(10)).ShouldBeExactly(Written(At(10)));
        (Smoke with { OccurredAt = At(5) }).Decide(Open, At(10)).ShouldBeExactly(Written(At(5)));
    }

    [Fact]
    public void Is_sorted_as_the_log_keeper_says() =>
        (Smoke with { Category = new("media") }).Decide(Open, At(10)).ShouldBeExactly(Written(At(10)) with { Category = new("media") });

    [Fact]
    public void Written_twice_is_two_entries() =>
        Open.Twice(now => Smoke.Decide(now, At(10))).ThenTheSame().ShouldBeExactly(Written(At(10)));

    [Fact]
    public void Fifteen_minutes_later_needs_no_reason() =>
        (Smoke with { OccurredAt = At(10) }).Decide(Open, At(25)).ShouldBeExactly(Written(At(10)));

    [Fact]
    public void Later_than_that_says_why()
    {
        var late = Smoke with { OccurredAt = At(10).AddTicks(-10) };
        late.Decide(Open, At(25)).ShouldBeRefused(JournalRefusals.LateReasonRequired);
        (late with { LateReason = Busy }).Decide(Open, At(25)).ShouldBeExactly(Written(At(10).AddTicks(-10)) with { LateReason = Busy });
    }

    [Fact]
    public void Cannot_have_happened_in_the_future() =>
        (Smoke with { OccurredAt = At(12) }).Decide(Open, At(10)).ShouldBeRefused(JournalRefusals.InTheFuture);

    [Fact]
    public void After_the_stand_down_only_what_happened_before_it_and_with_a_reason()
    {
        Smoke.Decide(Over, At(5)).ShouldBeRefused(JournalRefusals.StoodDown);
        (Smoke with { LateReason = Busy }).Decide(Over, At(5)).ShouldBeRefused(JournalRefusals.StoodDown);
        (Smoke with { OccurredAt = At(3) }).Decide(Over, At(5)).ShouldBeRefused(JournalRefusals.StoodDown);
        (Smoke with { OccurredAt = At(4), LateReason = Busy }).Decide(Over, At(5)).ShouldBeRefused(JournalRefusals.StoodDown);
        (Smoke with { OccurredAt = At(3), LateReason = Busy })
            .Decide(Over, At(5))
            .ShouldBeExactly(Written(At(3)) with { LateReason = Busy });
    }

    private static EntryWritten Written(DateTimeOffset at) => new(at, Text("Rök i trapphuset"), EntryCategory.Observation, null);
}
