using CrisisCommand.Journal;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

public class CorrectEntryTests
{
    private static readonly CorrectEntry Steam = new(Text("Ånga"), Text("Hörde fel"));
    private static readonly EntryWritten Entry = new(At(3), Text("Rök"), EntryCategory.Observation, null);
    private static readonly EntryCorrected Corrected = new(Id(3), Text("Ånga"), Text("Hörde fel"));

    [Fact]
    public void An_entry_is_corrected() => Steam.Decide(State<LogBook>([.. Led, Entry]), Id(3)).ShouldBeExactly(Corrected);

    [Fact]
    public void And_again() => Steam.Decide(State<LogBook>([.. Led, Entry, Corrected]), Id(3)).ShouldBeExactly(Corrected);

    [Fact]
    public void Also_after_the_stand_down() => Steam.Decide(State<LogBook>([.. Led, Entry, StoodDown]), Id(3)).ShouldBeExactly(Corrected);

    [Fact]
    public void A_correction_is_not_what_is_corrected() =>
        Steam
            .Decide(State<LogBook>([.. Led, Entry, Corrected]), Id(4))
            .ShouldBeRefused(JournalRefusals.UnknownEntry.As("correction").With(Id(4).ToString()));

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    public void Nothing_else_is_an_entry(int version) =>
        Steam
            .Decide(State<LogBook>([.. Led, Entry]), Id(version))
            .ShouldBeRefused(JournalRefusals.UnknownEntry.With(Id(version).ToString()));
}
