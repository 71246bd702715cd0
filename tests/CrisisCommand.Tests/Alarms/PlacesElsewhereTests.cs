using CrisisCommand.Alarms;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Incidents;

namespace CrisisCommand.Tests.Alarms;

/// <summary>What is certainly elsewhere, and what only seems so.</summary>
public class PlacesElsewhereTests
{
    private const string Stockholm = "59.31,18.06 59.32,18.06 59.32,18.08 59.31,18.06";
    private const string Malmo = "55.5,12.9 55.7,12.9 55.7,13.2 55.5,12.9";

    [Theory]
    [InlineData("Malmö", AlarmReach.Elsewhere)]
    [InlineData("Malmö kommun (Skåne län)", AlarmReach.Elsewhere)]
    [InlineData("Malmö stad", AlarmReach.Elsewhere)]
    [InlineData("SÖDRA SKÅNE", AlarmReach.Elsewhere)]
    [InlineData("Skåne län, Blekinge län och Kronobergs län", AlarmReach.Elsewhere)]
    [InlineData("Sydvästra Västra Götalands län", AlarmReach.Elsewhere)]
    [InlineData("Norra Kvarken", AlarmReach.Elsewhere)]
    [InlineData("Nacka kommun (Stockholms län)", AlarmReach.Elsewhere)]
    [InlineData("Bergs kommun", AlarmReach.Elsewhere)]
    [InlineData("Dalarnas län utom Dalafjällen", AlarmReach.Elsewhere)]
    [InlineData("Gävleborgs län kustland", AlarmReach.Elsewhere)]
    [InlineData("Sverige utom Gotland", AlarmReach.Municipality)]
    [InlineData("Mälaren utom Malmö", AlarmReach.Unknown)]
    [InlineData("Berg", AlarmReach.Unknown)]
    [InlineData("Malmövägen", AlarmReach.Unknown)]
    [InlineData("Kvarteret Malmö", AlarmReach.Unknown)]
    [InlineData("Södermalm", AlarmReach.Unknown)]
    [InlineData("Malmö, Södermalm", AlarmReach.Unknown)]
    [InlineData("Uppsala län och Stockholms län", AlarmReach.Unknown)]
    [InlineData("Uppsala län, Stockholm län", AlarmReach.Unknown)]
    [InlineData("Norra Stockholm län", AlarmReach.Unknown)]
    [InlineData("", AlarmReach.Unknown)]
    [InlineData("Stockholms kommun", AlarmReach.Municipality)]
    [InlineData("Sverige", AlarmReach.Municipality)]
    [InlineData("Malmö och Rågsved", AlarmReach.Ours)]
    public void By_its_words(string area, AlarmReach reach) => Reach(new CapArea { AreaDesc = area }).ShouldBe(reach);

    [Theory]
    [InlineData("Kommun", "1280", AlarmReach.Elsewhere)]
    [InlineData("kommunkod", "1280", AlarmReach.Elsewhere)]
    [InlineData("Län", "12", AlarmReach.Elsewhere)]
    [InlineData("Län", "01", AlarmReach.Unknown)]
    [InlineData("Kommun", "9999", AlarmReach.Unknown)]
    [InlineData("SAME", "1280", AlarmReach.Unknown)]
    [InlineData("Kommun", "0180", AlarmReach.Municipality)]
    public void By_its_codes(string name, string code, AlarmReach reach) =>
        Reach(new CapArea { AreaDesc = "Hamnen", Geocodes = [new(name, code)] }).ShouldBe(reach);

    [Theory]
    [InlineData("Kustområdet", Malmo, AlarmReach.Elsewhere)]
    [InlineData("Kustområdet", Stockholm, AlarmReach.Unknown)]
    // Of words and a shape that say otherwise nobody knows which is meant.
    [InlineData("Malmö", Stockholm, AlarmReach.Unknown)]
    // Longitude first: by the letter of the standard off the coast of Yemen.
    [InlineData("Kustområdet", "18.06,59.31 18.06,59.32 18.08,59.32 18.06,59.31", AlarmReach.Unknown)]
    // All of Sweden.
    [InlineData("Kustområdet", "55,10 69,10 69,24 55,24 55,10", AlarmReach.Unknown)]
    [InlineData("Rågsved", Malmo, AlarmReach.Ours)]
    public void By_its_shape(string words, string points, AlarmReach reach) =>
        Reach(new CapArea { AreaDesc = words, Polygons = [new([.. points.Split(' ').Select(Point)])] }).ShouldBe(reach);

    [Theory]
    [InlineData(55.6, 13.0, 50, AlarmReach.Elsewhere)]
    [InlineData(55.6, 13.0, 700, AlarmReach.Unknown)]
    [InlineData(59.3, 18.1, 0, AlarmReach.Unknown)]
    [InlineData(90, 0, 10, AlarmReach.Elsewhere)]
    public void By_its_circle(double north, double east, double km, AlarmReach reach) =>
        Reach(new CapArea { AreaDesc = "Kusten", Circles = [new(new(north, east), km)] }).ShouldBe(reach);

    [Theory]
    [InlineData("034", "Värmlands län", AlarmReach.Elsewhere)]
    [InlineData("034", "Västerbottens län,södra Lapplandsfjällen", AlarmReach.Elsewhere)]
    [InlineData("034", "Stockholms län", AlarmReach.Unknown)]
    [InlineData("034", "Kuling i Värmlands län", AlarmReach.Unknown)]
    [InlineData("Hamnen", "Värmlands län", AlarmReach.Unknown)]
    public void By_the_headline_where_the_area_is_but_a_number(string area, string headline, AlarmReach reach) =>
        ReachOf(Info(new CapArea { AreaDesc = area }) with { Headline = headline }).ShouldBe(reach);

    [Fact]
    public void One_place_that_is_not_understood_is_enough()
    {
        var (there, where) = (new CapArea { AreaDesc = "Malmö" }, new CapArea { AreaDesc = "Åsögatan" });
        Reach(there, there).ShouldBe(AlarmReach.Elsewhere);
        Reach(there, where).ShouldBe(AlarmReach.Unknown);
        Reach().ShouldBe(AlarmReach.Unknown);
        ReachOf(Info(there), Info(where)).ShouldBe(AlarmReach.Unknown);
        ReachOf(Info(there), Info(new CapArea { AreaDesc = "Skarpnäck" })).ShouldBe(AlarmReach.Ours);
        ReachOf().ShouldBeNull();
    }

    private static AlarmReach? Reach(params CapArea[] areas) => ReachOf(Info(areas));

    private static AlarmReach? ReachOf(params CapInfo[] infos) =>
        AlarmInfos.Of(CapSample.Alert() with { Infos = [.. infos] }, Story.Areas, Story.Noon).Reach;

    private static CapInfo Info(params CapArea[] areas) =>
        new()
        {
            Language = "sv-SE",
            Headline = "Vind",
            Areas = [.. areas],
        };

    private static CapPoint Point(string pair)
    {
        var parts = pair.Split(',').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new(parts[0], parts[1]);
    }
}
