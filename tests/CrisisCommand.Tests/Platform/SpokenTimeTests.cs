using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Platform;

public class SpokenTimeTests
{
    /// <summary>The nights in which the clocks change: 2026-10-25 has two 02:30, 2027-03-28 has none.</summary>
    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25 02:30:00 +02:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25 02:59:59 +02:00")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25 02:00:00 +01:00")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25 02:30:00 +01:00")]
    [InlineData("2027-03-28T00:59:59Z", "2027-03-28 01:59:59 +01:00")]
    [InlineData("2027-03-28T01:00:00Z", "2027-03-28 03:00:00 +02:00")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01 00:30:00 +01:00")]
    public void Time_is_told_as_in_Stockholm_with_its_offset(string utc, string told)
    {
        var time = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);

        new Words(Words.Swedish).Time(time).ShouldBe(told);
        new Words(Words.English).Time(time).ShouldBe(told);
        new Words(Words.Swedish).Time(time.ToOffset(TimeSpan.FromHours(-8))).ShouldBe(told);
    }

    [Fact]
    public void A_text_reads_as_written_as_opened_or_says_why_it_does_not()
    {
        var written = CommittedText.Commit("Brand på vind");
        var stored = CommittedText.Stored(written.Commitment);

        new Words(Words.Swedish).Text(written).ShouldBe("Brand på vind");
        new Words(Words.Swedish, new Dictionary<string, string> { [written.Commitment] = "Brand på vind" })
            .Text(stored)
            .ShouldBe("Brand på vind");
        new Words(Words.Swedish, new Dictionary<string, string>()).Text(stored).ShouldBe("[saknas]");
        new Words(Words.English).Text(stored).ShouldBe("[saknas]");
        new Words(Words.English, Fate(stored, TextFate.Erased)).Text(stored).ShouldBe("[gallrad]");
        new Words(Words.Swedish, Fate(stored, TextFate.Altered)).Text(stored).ShouldBe("[ändrad i databasen]");
        new Words(Words.English, Fate(stored, TextFate.Altered)).Text(stored).ShouldBe("[altered in the database]");
        new Words(Words.Swedish, Fate(stored, TextFate.Altered), withheld: Reader.Withheld).Text(stored).ShouldBe("[maskad]");
        new Words(Words.Swedish).Text(null).ShouldBe("");
        new Words(Words.Swedish).Text(default(CommittedText)).ShouldBe("");
    }

    private static OpenedTexts Fate(CommittedText text, TextFate fate) =>
        new(new Dictionary<string, string>(), new Dictionary<string, TextFate> { [text.Commitment] = fate });

    [Fact]
    public void A_person_is_told_by_name_where_it_is_known()
    {
        new Words(Words.Swedish, nameOf: _ => "Eva Ek").Person(new PersonId("vd")).ShouldBe("Eva Ek (vd)");
        new Words(Words.Swedish, nameOf: _ => null).Person(new PersonId("vd")).ShouldBe("vd");
        new Words(Words.Swedish).Person(new PersonId("vd")).ShouldBe("vd");
    }
}
