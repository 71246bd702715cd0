using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

public class CorrectEntryTests
{
    private static readonly CorrectEntry Steam = new(Text("Ånga"), Text("Hörde fel"));
    private static readonly EntryWritten Entry = new(At(3), Text("Rök"), EntryCategory.Observation, null);
    private static readonly EntryCorrected Corrected = new(Id(3), Text("Ånga"), Text("Hörde fel"));

    [Fact]
    public void An_entry_is_corrected() => Steam.Decide(State<LogBook>([.. Led, Entry]), Id(3), At(30)).ShouldBeExactly(Corrected);

    [Fact]
    public void And_again() =>
        State<LogBook>([.. Led, Entry]).Twice(now => Steam.Decide(now, Id(3), At(30))).ThenTheSame().ShouldBeExactly(Corrected);

    [Fact]
    public void Also_after_the_stand_down() =>
        Steam.Decide(State<LogBook>([.. Led, Entry, StoodDown]), Id(3), At(30)).ShouldBeExactly(Corrected);

    [Fact]
    public void Its_time_is_put_right_too_and_a_wrong_one_is_not_taken()
    {
        var log = State<LogBook>([.. Led, Entry]);
        (Steam with { OccurredAt = At(1) }).Decide(log, Id(3), At(300)).ShouldBeExactly(Corrected with { Happened = At(1) });
        (Steam with { OccurredAt = At(32) }).Decide(log, Id(3), At(30)).ShouldBeRefused(JournalRefusals.InTheFuture);
        (Steam with { OccurredAt = DateTimeOffset.MinValue }).Decide(log, Id(3), At(30)).ShouldBeRefused(JournalRefusals.TooLongAgo);
    }

    [Fact]
    public void A_correction_is_not_what_is_corrected() =>
        Steam
            .Decide(State<LogBook>([.. Led, Entry, Corrected]), Id(4), At(30))
            .ShouldBeRefused(JournalRefusals.UnknownEntry.As("correction").With(Id(4).ToString()));

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    public void Nothing_else_is_an_entry(int version) =>
        Steam
            .Decide(State<LogBook>([.. Led, Entry]), Id(version), At(30))
            .ShouldBeRefused(JournalRefusals.UnknownEntry.With(Id(version).ToString()));
}
