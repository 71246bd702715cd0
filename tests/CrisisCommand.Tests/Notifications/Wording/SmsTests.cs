using CrisisCommand.Notifications.Wording;

namespace CrisisCommand.Tests.Notifications.Wording;

/// <summary>Counted as the networks count: 3GPP TS 23.038 §6.2.1 and §6.2.1.1.</summary>
public class SmsTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("Åäö ÅÄÖ é @", 11)]
    [InlineData("10 €", 5)]
    [InlineData("[a]{b}|c|~^\\", 21)]
    [InlineData("–", 1)]
    [InlineData("– abc", 5)]
    [InlineData("🔥", 2)]
    [InlineData("حريق", 4)]
    public void Septets_are_counted_with_their_escapes_and_units_with_their_halves(string text, int units) =>
        Sms.Units(text).ShouldBe(units);

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    // 76 of them and half a place: an escape is not torn from its sign.
    [InlineData('€', 152, 2)]
    [InlineData('€', 153, 3)]
    [InlineData('ح', 70, 1)]
    [InlineData('ح', 71, 2)]
    [InlineData('ح', 134, 2)]
    [InlineData('ح', 135, 3)]
    public void Parts_are_160_or_70_alone_and_153_or_67_together(char sign, int count, int parts) =>
        Sms.Parts(new string(sign, count)).ShouldBe(parts);

    [Fact]
    public void A_surrogate_pair_is_not_torn() => Sms.Parts(string.Concat(Enumerable.Repeat("🔥", 34 + 33))).ShouldBe(3);

    [Theory]
    [InlineData("ÖVNING – Brand", "ÖVNING - Brand")]
    [InlineData("”Ring” nu…", "\"Ring\" nu...")]
    [InlineData("Šarić, Łódź och Nuñez", "Saric, Lodz och Nuñez")]
    [InlineData("Brand 🔥 nu", "Brand nu")]
    [InlineData("Brand\u00a0nu", "Brand nu")]
    [InlineData("Lingva\u0308gen", "Lingvägen")]
    public void What_is_no_letter_of_another_script_becomes_GSM_7(string written, string sent)
    {
        Sms.Of(written).ShouldBe(sent);
        Sms.IsGsm7(Sms.Of(written)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("حريق – Šarić", "حريق - Šarić")]
    [InlineData("火 🔥", "火 🔥")]
    public void Letters_of_other_scripts_stay_and_nothing_is_taken_for_their_sake(string written, string sent) =>
        Sms.Of(written).ShouldBe(sent);
}
