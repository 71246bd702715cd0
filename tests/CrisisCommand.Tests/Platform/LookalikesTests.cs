using System.Text;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Platform;

public class LookalikesTests
{
    [Theory]
    [InlineData("Åsa  Öberg Prov")]
    [InlineData(" åsa öberg\tprov ")]
    [InlineData("Åsa\u00a0Öberg Prov")]
    [InlineData("Å\u200bsa Öberg\u2060 Prov\ufeff")]
    [InlineData("Åsа Öberg Рrоv")] // with Cyrillic а, Р and о
    [InlineData("Ａ\u030asa Öberg Prov")] // full width, and composed of parts
    public void One_name_however_it_is_written(string other)
    {
        Lookalikes.Fold(other).ShouldBe("åsa öberg prov");
        Lookalikes.Fold(other.Normalize(NormalizationForm.FormD)).ShouldBe("åsa öberg prov");
    }

    [Theory]
    [InlineData("Asa Öberg Prov")]
    [InlineData("Åsa Öbergprov")]
    [InlineData("Åsa Oberg Prov")]
    public void Another_name_stays_another(string other) => Lookalikes.Fold(other).ShouldNotBe("åsa öberg prov");

    [Fact]
    public void What_is_no_text_does_not_fall_over() => Lookalikes.Fold("a\ud800").ShouldNotBeNull();
}
