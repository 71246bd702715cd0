using System.Text.Json;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.House;

namespace CrisisCommand.Tests.Platform;

/// <summary>Texts that read otherwise than they are: refused from our own, spelled out where others wrote them.</summary>
public class TextSignsTests
{
    [Theory]
    [InlineData("Rök i trapphus A\n\tEkholmen 3\r\nRing vd")]
    [InlineData("Guovdageainnu suohkan čáhci ŋuolla đ")]
    [InlineData("اتصل بالمدير التنفيذي")]
    [InlineData("A\u200Fעברית\u200E B")] // marks of direction, as Hebrew keyboards write them
    [InlineData("👨‍👩‍👧‍👦 evakuerade, 🚒 på plats")]
    [InlineData("❤️ 1️⃣")]
    [InlineData("🏴󠁧󠁢󠁳󠁣󠁴󠁿 gäster")] // Scotland: a black flag and its letters in tags
    [InlineData("می‌خواهم")] // Persian needs the zero-width non-joiner
    public void What_people_write_in_any_language_is_taken_and_shown_as_it_is(string words)
    {
        Spoken(words).Words.ShouldBe(words);
        TextSigns.Shown(words).ShouldBe(words);
    }

    [Theory]
    [InlineData("Öppna\u001b[2K\u001b[1Aporten", "platform.text-control", "Öppna[U+001B][2K[U+001B][1Aporten")]
    [InlineData("a\u0007", "platform.text-control", "a[U+0007]")]
    [InlineData("a\u0085b", "platform.text-control", "a[U+0085]b")]
    [InlineData("a\u009bb", "platform.text-control", "a[U+009B]b")]
    [InlineData("a\ufffeb", "platform.text-control", "a[U+FFFE]b")]
    [InlineData("nerladdad\u202Efdp.exe", "platform.text-hidden", "nerladdad[U+202E]fdp.exe")]
    [InlineData("a\u2066b\u2069", "platform.text-hidden", "a[U+2066]b[U+2069]")]
    [InlineData("a\ufff9b", "platform.text-hidden", "a[U+FFF9]b")]
    [InlineData("Släck\U000E0048\U000E0069", "platform.text-hidden", "Släck[U+E0048][U+E0069]")]
    [InlineData("\u200b\u200d", "platform.text-empty", "[U+200B][U+200D]")]
    [InlineData("\u3164", "platform.text-empty", "[U+3164]")]
    [InlineData("\u2800 \u2800", "platform.text-empty", "[U+2800][U+0020][U+2800]")]
    [InlineData("\ufeff\u2060\u00a0", "platform.text-empty", "[U+FEFF][U+2060][U+00A0]")]
    public void What_reads_otherwise_than_it_is(string words, string fault, string shown)
    {
        Should.Throw<JsonException>(() => Spoken(words)).Message.ShouldStartWith(fault);
        TextSigns.Shown(words).ShouldBe(shown);
    }

    [Fact]
    public void A_foreign_text_is_shown_with_its_signs_spelled_out()
    {
        var foreign = CommittedText.Commit("Brand\u202Edesavlböj");

        new Words(Words.Swedish).Text(foreign).ShouldBe("Brand[U+202E]desavlböj");
        foreign.Words.ShouldBe("Brand\u202Edesavlböj", "what is kept is what came");
    }

    private static CommittedText Spoken(string words) =>
        JsonSerializer.Deserialize<CommittedText>(JsonSerializer.Serialize(words), Composition.Spoken);
}
