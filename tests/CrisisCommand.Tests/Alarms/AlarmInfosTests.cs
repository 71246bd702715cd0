using CrisisCommand.Alarms;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Reference;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Which of several infos speaks: ours, then the gravest, then the best language, then the first.</summary>
public class AlarmInfosTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 14, 7, 0, 0, TimeSpan.Zero);
    private static readonly ReferenceData Reference = ReferenceData.Load(new ConfigurationBuilder().Build());

    [Theory]
    [InlineData("fr en-GB sv-SE", "sv-SE")]
    [InlineData("fr EN sve", "EN")]
    [InlineData("fr de", "fr")]
    [InlineData("en-US sv_SE", "sv_SE")]
    [InlineData("en_GB swe", "swe")]
    [InlineData("eng sv-FI", "sv-FI")]
    [InlineData("fr eng", "eng")]
    [InlineData("svx en", "en")]
    public void Of_translations_officers_see_Swedish_else_English_else_the_first(string languages, string shown)
    {
        var infos = Of([.. languages.Split(' ').Select(language => new CapInfo { Language = language })]);

        infos.Leading!.Language.ShouldBe(shown);
        infos.Others.ShouldBeEmpty();
    }

    [Fact]
    public void What_touches_our_areas_goes_before_what_is_graver_elsewhere()
    {
        var infos = Of(Info("Nacka", CapSeverity.Extreme), Info("Skärholmen", CapSeverity.Minor));

        infos.Leading!.Areas[0].AreaDesc.ShouldBe("Skärholmen");
        infos.Others.ShouldHaveSingleItem().Areas[0].AreaDesc.ShouldBe("Nacka");
    }

    [Fact]
    public void The_whole_municipality_is_nearer_than_another_and_one_of_ours_nearer_still()
    {
        Of(Info("Nacka kommun (Stockholms län)"), Info("Stockholms kommun (Stockholms län)"))
            .Leading!.Areas[0]
            .AreaDesc!.ShouldStartWith("Stockholms");
        Of(Info("Stockholms stad"), Info("Rågsved")).Leading!.Areas[0].AreaDesc.ShouldBe("Rågsved");
    }

    [Theory]
    [InlineData(CapSeverity.Extreme, CapUrgency.Future, CapCertainty.Possible)]
    [InlineData(CapSeverity.Severe, CapUrgency.Immediate, CapCertainty.Possible)]
    [InlineData(CapSeverity.Severe, CapUrgency.Expected, CapCertainty.Observed)]
    public void Of_equally_near_ones_the_gravest_speaks(CapSeverity severity, CapUrgency urgency, CapCertainty certainty)
    {
        var graver = Info("Rågsved", severity, urgency, certainty);

        Of(Info("Rågsved", CapSeverity.Severe, CapUrgency.Expected, CapCertainty.Likely), graver).Leading.ShouldBe(graver);
    }

    [Fact]
    public void What_is_over_for_some_hides_nothing_that_asks_to_act()
    {
        var acting = Info("Rågsved", CapSeverity.Minor);

        Of(Info("Rågsved", CapSeverity.Extreme, CapUrgency.Past), acting).Leading.ShouldBe(acting);
        Of(Info("Rågsved", CapSeverity.Extreme) with { Expires = Now }, acting).Leading.ShouldBe(acting);
        Of(Info("Rågsved", CapSeverity.Extreme) with { ResponseTypes = [new("AllClear", CapResponseType.AllClear)] }, acting)
            .Leading.ShouldBe(acting);
    }

    [Fact]
    public void A_mild_one_in_Swedish_hides_no_grave_one_in_English()
    {
        var grave = Info("Rågsved", CapSeverity.Extreme) with { Language = "en-GB" };

        var infos = Of(grave, Info("Gotland", CapSeverity.Minor));

        infos.Leading.ShouldBe(grave);
        infos.Others.ShouldHaveSingleItem().Language.ShouldBe("sv-SE");
    }

    [Fact]
    public void All_of_our_areas_are_kept_those_of_the_leading_one_first()
    {
        var infos = Of(Info("Hässelby"), Info("Skärholmen, Rågsved", CapSeverity.Extreme), Info("Nacka"));

        infos.Areas.Select(a => a.Value).ShouldBe(["ragsved", "skarholmen", "hasselby"]);
    }

    [Fact]
    public void Where_the_place_is_the_municipality_the_words_say_the_part()
    {
        var gas = Info("Stockholms kommun (Stockholms län)") with { Description = "Gasutsläpp i Skärholmen. Gå inomhus." };

        Of(gas).Areas.ShouldHaveSingleItem().Value.ShouldBe("skarholmen");
        Of(gas with { Areas = [new() { AreaDesc = "Nacka" }] }).Areas.ShouldBeEmpty();
    }

    private static AlarmInfos Of(params CapInfo[] infos) => AlarmInfos.Of(CapSample.Alert() with { Infos = [.. infos] }, Reference, Now);

    private static CapInfo Info(
        string area,
        CapSeverity severity = CapSeverity.Severe,
        CapUrgency urgency = CapUrgency.Immediate,
        CapCertainty certainty = CapCertainty.Observed
    ) =>
        new()
        {
            Language = "sv-SE",
            Severity = new($"{severity}", severity),
            Urgency = new($"{urgency}", urgency),
            Certainty = new($"{certainty}", certainty),
            Areas = [new() { AreaDesc = area }],
        };
}
