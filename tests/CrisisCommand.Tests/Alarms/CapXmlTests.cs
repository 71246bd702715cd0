using System.Text;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Alarms;

/// <summary>What is read out of a correct alarm, in the forms and wrappings that senders use.</summary>
public class CapXmlTests
{
    [Fact]
    public void Every_value_of_the_sample_is_read()
    {
        var alert = CapSample.Alert();
        alert.Identity.ShouldBe(
            new CapIdentity("tib@stockholm.example", "TIB-2025-0114", new(2025, 1, 14, 7, 42, 10, TimeSpan.FromHours(1)))
        );
        (alert.Status, alert.MsgType, alert.Scope).ShouldBe((CapStatus.Actual, CapMsgType.Alert, CapScope.Public));
        alert.Incidents.ShouldBe(["VATTENLÄCKA"]);
        var info = alert.Infos.ShouldHaveSingleItem();
        info.Categories.ShouldBe([new("Infra", CapCategory.Infra)]);
        info.Urgency.ShouldBe(new("Immediate", CapUrgency.Immediate));
        info.Headline.ShouldBe("Vattenläcka på Åsögatan");
        var area = info.Areas.ShouldHaveSingleItem();
        area.Polygons.ShouldHaveSingleItem().Points[1].ShouldBe(new CapPoint(59.32, 18.06));
        area.Circles.ShouldBe([new(new(59.315, 18.07), 0.5)]);
        area.Geocodes.ShouldBe([new("Kommun", "0180")]);
        (area.Altitude, area.Ceiling).ShouldBe((10m, 30.5m));
    }

    [Fact]
    public void Two_readings_are_equal_and_a_changed_one_is_not()
    {
        CapSample.Alert().ShouldBe(CapSample.Alert());
        CapSample.Alert().GetHashCode().ShouldBe(CapSample.Alert().GetHashCode());
        CapSample.Alert(CapSample.Whole.Replace("0180", "0181")).ShouldNotBe(CapSample.Alert());
    }

    [Fact]
    public void An_unknown_future_value_is_kept_as_text()
    {
        var info = CapSample.Alert(CapSample.Whole.Replace("<category>Infra", "<category>Cyber")).Infos[0];
        info.Categories.ShouldBe([new("Cyber", null)]);
    }

    [Fact]
    public void The_prefix_does_not_matter()
    {
        var prefixed = CapSample.Whole.Replace("xmlns=", "xmlns:c=").Replace("<", "<c:").Replace("<c:/", "</c:").Replace("<c:?", "<?");
        CapSample.Alert(prefixed).ShouldBe(CapSample.Alert());
    }

    [Fact]
    public void A_cancel_without_info_names_several_alarms()
    {
        var cancel = CapSample.Whole[..CapSample.Whole.IndexOf("<info>", StringComparison.Ordinal)] + "</alert>";
        var references = "<references>a@x,1,2025-01-13T00:00:00+01:00\n  b@x,2,2025-01-13T01:00:00-00:00 </references><incidents>";
        var reading = CapSample.Read(cancel.Replace("<msgType>Alert", "<msgType>Cancel").Replace("<incidents>", references));
        reading.Deviations().ShouldBeEmpty();
        reading.Alerts[0].Alert.Infos.ShouldBeEmpty();
        reading.Alerts[0].Alert.References.Select(reference => reference.Identifier).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Addresses_with_spaces_stand_in_quotes()
    {
        var reading = CapSample.ReadChanged(
            "<scope>Public</scope>",
            "<scope>Private</scope><addresses>\"Tib Syd\" tib2  \"x\"</addresses>"
        );
        reading.Alerts[0].Alert.Addresses.ShouldBe(["Tib Syd", "tib2", "x"]);
    }

    [Theory]
    [InlineData(
        "<e:EDXLDistribution xmlns:e='urn:oasis:names:tc:emergency:EDXL:DE:1.0'><e:contentObject>{0}</e:contentObject></e:EDXLDistribution>"
    )]
    [InlineData("<edxlDistribution xmlns='urn:x'><content>{0}</content></edxlDistribution>")]
    [InlineData("<alerts xmlns='urn:oasis:names:tc:emergency:cap:1.2'>{0}</alerts>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='text/xml'>{0}</content></entry></feed>")]
    [InlineData("<rss><channel><item>{0}</item></channel></rss>")]
    public void Alerts_are_taken_out_of_a_wrapper(string wrapper)
    {
        var two = Inner(CapSample.Whole) + Inner(CapSample.Whole.Replace("TIB-2025-0114", "TIB-2"));
        var reading = CapSample.Read(wrapper.Replace("{0}", two));
        reading.Problems.ShouldBeEmpty();
        reading.Alerts.Select(received => received.Alert.Identifier).ShouldBe(["TIB-2025-0114", "TIB-2"]);
        reading.Alerts.ShouldAllBe(received => received.Deviations.Single().Code == CapFaults.Enveloped);
        reading.Alerts[1].Deviations[0].Path.ShouldEndWith("/alert[2]");
    }

    [Fact]
    public void One_refused_alert_does_not_drop_the_others_of_its_wrapper()
    {
        var broken = Inner(CapSample.Whole.Replace("<status>Actual", "<status>?"));
        var reading = CapSample.Read($"<alerts>{broken}{Inner(CapSample.Whole)}</alerts>");
        reading.Alerts.ShouldHaveSingleItem();
        reading.Problems().ShouldBe(["invalid-enum-value /alerts[1]/alert[1]/status[1]"]);
    }

    [Theory]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>", "no-alert /feed[1]")]
    [InlineData("<html><body/></html>", "no-alert /html[1]")]
    [InlineData("", "not-well-formed /")]
    [InlineData("{}", "not-well-formed /")]
    [InlineData("<alert><status></alert>", "not-well-formed /")]
    public void A_document_without_an_alert_says_so(string xml, string problem) => CapSample.Read(xml).Problems().ShouldBe([problem]);

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void Swedish_text_survives_in_every_encoding(string name)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        var xml = CapSample.Whole.Replace("UTF-8", name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)];
        CapXml.Read(bytes).Alerts.ShouldHaveSingleItem().Alert.ShouldBe(CapSample.Alert());
        CapXml.Read(new MemoryStream(bytes)).Alerts[0].Alert.Infos[0].Headline.ShouldBe("Vattenläcka på Åsögatan");
    }

    [Fact]
    public void Wrongly_encoded_bytes_are_named_with_their_line()
    {
        var problem = CapXml.Read(Encoding.Latin1.GetBytes(CapSample.Whole)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(CapFaults.WrongEncoding);
        problem.Detail.ShouldStartWith("line 9, position ");
        CapSample.Read(CapSample.Whole.Replace("UTF-8", "utf-16")).Problems[0].Code.ShouldBe(CapFaults.WrongEncoding);
        CapSample.Read(CapSample.Whole.Replace("UTF-8", "klingon-1")).Problems[0].Code.ShouldBe(CapFaults.WrongEncoding);
    }

    private static string Inner(string xml) => xml[xml.IndexOf("<alert", StringComparison.Ordinal)..];
}
