using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Each rule on our own sample, which is without fault: one change, one finding.</summary>
public class CapRulesTests
{
    [Fact]
    public void The_sample_itself_is_without_fault()
    {
        var reading = CapSample.Read(CapSample.Whole);
        reading.Problems().ShouldBeEmpty();
        reading.Deviations().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<sent>2025-01-14T07:42:10+01:00</sent>", "", "missing-required-element /alert[1]")]
    [InlineData("<status>Actual</status>", "", "missing-required-element /alert[1]")]
    [InlineData("<msgType>Alert</msgType>", "", "missing-required-element /alert[1]")]
    [InlineData("<status>Actual</status>", "<status>actual</status>", "invalid-enum-value /alert[1]/status[1]")]
    [InlineData("<status>Actual</status>", "<status>0</status>", "invalid-enum-value /alert[1]/status[1]")]
    [InlineData("<status>Actual</status>", "<status/>", "invalid-enum-value /alert[1]/status[1]")]
    [InlineData("<msgType>Alert</msgType>", "<msgType>Alert,Update</msgType>", "invalid-enum-value /alert[1]/msgType[1]")]
    [InlineData("<scope>Public</scope>", "<scope>Secret</scope>", "invalid-enum-value /alert[1]/scope[1]")]
    [InlineData("<status>Actual</status>", "<status>Actual</status><status>Exercise</status>", "duplicate-element /alert[1]/status[2]")]
    [InlineData("<scope>Public</scope>", "<scope>Public</scope><scope>Public</scope>", "duplicate-element /alert[1]/scope[2]")]
    [InlineData("TIB-2025-0114", "TIB 2025", "invalid-identifier /alert[1]/identifier[1]")]
    [InlineData("TIB-2025-0114", "TIB&amp;2025", "invalid-identifier /alert[1]/identifier[1]")]
    [InlineData("TIB-2025-0114", "", "invalid-identifier /alert[1]/identifier[1]")]
    [InlineData("tib@stockholm.example", "tib,stockholm", "invalid-sender /alert[1]/sender[1]")]
    [InlineData("07:42:10+01:00</sent>", "07:42:10</sent>", "invalid-date /alert[1]/sent[1]")]
    [InlineData("07:42:10+01:00</sent>", "07:42:10,01:00</sent>", "invalid-date /alert[1]/sent[1]")]
    [InlineData("2025-01-14T07:42:10+01:00</sent>", "2025-02-30T07:42:10+01:00</sent>", "invalid-date /alert[1]/sent[1]")]
    [InlineData("<incidents>", "<references>a,b</references><incidents>", "invalid-references /alert[1]/references[1]")]
    [InlineData(
        "<incidents>",
        "<references>,b,2025-01-14T07:42:10+01:00</references><incidents>",
        "invalid-references /alert[1]/references[1]"
    )]
    [InlineData("<info>", "text <info>", "invalid-characters /alert[1]")]
    [InlineData("59.315,18.07 0.5", "59.315,18.07", "invalid-circle /alert[1]/info[1]/area[1]/circle[1]")]
    [InlineData("59.315,18.07 0.5", "59.315,18.07 NaN", "invalid-circle /alert[1]/info[1]/area[1]/circle[1]")]
    [InlineData("59.315,18.07 0.5", "99,18.07 1", "invalid-circle /alert[1]/info[1]/area[1]/circle[1]")]
    [InlineData("59.315,18.07 0.5", "59.315;18.07 0.5", "invalid-circle /alert[1]/info[1]/area[1]/circle[1]")]
    [InlineData("59.315,18.07 0.5", "Radius 5 km om Slussen", "invalid-circle /alert[1]/info[1]/area[1]/circle[1]")]
    [InlineData("<altitude>10<", "<altitude>high<", "invalid-value /alert[1]/info[1]/area[1]/altitude[1]")]
    [InlineData("<altitude>10<", "<altitude>31<", "invalid-altitude-ceiling-range /alert[1]/info[1]/area[1]/ceiling[1]")]
    [InlineData("cap:1.2", "cap:9.9", "wrong-namespace /alert[1]")]
    public void What_makes_an_alarm_ambiguous_is_refused(string from, string to, string problem)
    {
        var reading = CapSample.ReadChanged(from, to);
        reading.Alerts.ShouldBeEmpty();
        reading.Problems().ShouldBe([problem]);
    }

    [Theory]
    [InlineData("<severity>Severe<", "<severity>Catastrophic<", "invalid-enum-value /alert[1]/info[1]/severity[1]")]
    [InlineData("<severity>Severe</severity>", "", "missing-required-element /alert[1]/info[1]")]
    [InlineData("<severity>Severe</severity>", "<severity/>", "empty-element /alert[1]/info[1]/severity[1]")]
    [InlineData("<status>Actual<", "<status> Actual <", "surrounding-whitespace /alert[1]/status[1]")]
    [InlineData("07:42:10+01:00</sent>", "07:42:10.25+01:00</sent>", "time-form /alert[1]/sent[1]")]
    [InlineData("07:42:10+01:00</sent>", "06:42:10Z</sent>", "time-form /alert[1]/sent[1]")]
    [InlineData("19:42:10+01:00</expires>", "19:42:10</expires>", "invalid-date /alert[1]/info[1]/expires[1]")]
    [InlineData(
        "2025-01-14T19:42:10+01:00</expires>",
        "2024-01-14T19:42:10+01:00</expires>",
        "expires-before-sent /alert[1]/info[1]/expires[1]"
    )]
    [InlineData("59.315,18.07 0.5", "runt Slussen", "invalid-circle /alert[1]/info[1]/area[1]/circle[1]")]
    [InlineData("<language>sv-SE<", "<language>en-US (default)<", "invalid-language /alert[1]/info[1]/language[1]")]
    [InlineData("<incidents>", "<references/><incidents>", "empty-element /alert[1]/references[1]")]
    [InlineData("<incidents>", "<extra/><incidents>", "unsupported-element /alert[1]/extra[1]")]
    [InlineData("<areaDesc>Söder", "<Type>X</Type><areaDesc>Söder", "unsupported-element /alert[1]/info[1]/area[1]/Type[1]")]
    [InlineData("<event>V", "<event>A</event><event>V", "duplicate-element /alert[1]/info[1]/event[2]")]
    [InlineData("<scope>Public", "<scope>Private", "missing-addresses /alert[1]")]
    [InlineData("<scope>Public", "<scope>Restricted", "missing-restriction /alert[1]")]
    [InlineData("</scope>", "</scope><restriction>r</restriction>", "unexpected-restriction /alert[1]/restriction[1]")]
    [InlineData("<status>Actual", "<status>Exercise", "missing-note /alert[1]")]
    [InlineData("<msgType>Alert", "<msgType>Cancel", "missing-references /alert[1]")]
    [InlineData(
        "<incidents>",
        "<references>a,b,2024-01-01T00:00:00+01:00</references><incidents>",
        "unexpected-references /alert[1]/references[1]"
    )]
    [InlineData("59.32,18.08 59.31,18.06", "59.32,18.08 59.31,18.07", "open-polygon /alert[1]/info[1]/area[1]/polygon[1]")]
    [InlineData("59.32,18.06 59.32,18.08 ", "", "short-polygon /alert[1]/info[1]/area[1]/polygon[1]")]
    [InlineData("59.32,18.08", "north", "invalid-polygon /alert[1]/info[1]/area[1]/polygon[1]")]
    [InlineData("<altitude>10</altitude>", "", "ceiling-without-altitude /alert[1]/info[1]/area[1]/ceiling[1]")]
    [InlineData("Källare fylls", "Källare <b>fylls</b>", "markup-in-text /alert[1]/info[1]/description[1]")]
    [InlineData(
        "</info>",
        "</info><s:Signature xmlns:s=\"http://www.w3.org/2000/09/xmldsig#\"/>",
        "signed-not-verified /alert[1]/Signature[1]"
    )]
    [InlineData("cap:1.2", "cap:1.1", "cap-version /alert[1]")]
    [InlineData("<scope>Public</scope>", "<info/><scope>Public</scope>", "invalid-sequence /alert[1]/info[1]")]
    [InlineData("<area>", "x<area>", "invalid-characters /alert[1]/info[1]")]
    public void What_is_merely_against_the_standard_is_accepted_and_reported(string from, string to, string deviation)
    {
        var reading = CapSample.ReadChanged(from, to);
        reading.Problems().ShouldBeEmpty();
        reading.Deviations().ShouldContain(deviation);
    }

    [Fact]
    public void All_problems_are_reported_not_only_the_first()
    {
        var twice = CapSample.Whole.Replace("<scope>Public", "<scope>All").Replace("59.315,18.07 0.5", "59.315");
        CapSample
            .Read(twice)
            .Problems()
            .ShouldBe(["invalid-enum-value /alert[1]/scope[1]", "invalid-circle /alert[1]/info[1]/area[1]/circle[1]"], ignoreOrder: true);
    }

    [Fact]
    public void An_unknown_element_is_refused_where_a_required_one_is_missing()
    {
        CapSample
            .ReadChanged("<scope>Public</scope>", "<scoep>Public</scoep>")
            .Problems()
            .ShouldBe(["unsupported-element /alert[1]/scoep[1]", "missing-required-element /alert[1]"]);
    }

    [Fact]
    public void An_alarm_cannot_refer_to_itself()
    {
        var reading = CapSample.ReadChanged(
            "<incidents>",
            "<references>tib@stockholm.example,TIB-2025-0114,2025-01-14T06:42:10-00:00 a,b,2026-01-01T00:00:00+01:00</references><incidents>"
        );
        reading.Deviations().ShouldContain("reference-to-self /alert[1]/references[1]");
        reading.Deviations().ShouldContain("reference-later-than-sent /alert[1]/references[1]");
        reading.Alerts[0].Alert.References.ShouldHaveSingleItem().Identifier.ShouldBe("b");
    }
}
