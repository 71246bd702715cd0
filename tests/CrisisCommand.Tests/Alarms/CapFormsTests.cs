using System.Text;
using CrisisCommand.Alarms.Cap;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Forms that real senders use and no standard has: taken where only one thing can be meant, and said so.</summary>
public class CapFormsTests
{
    [Theory]
    [InlineData("2025-01-14T07:42:10+0100")]
    [InlineData("2025-01-14T07:42:10+01")]
    [InlineData("2025-01-14 07:42:10+01:00")]
    [InlineData("2025-01-14T07:42:10 +01:00")]
    [InlineData("2025-01-14t06:42:10z")]
    [InlineData("2025-01-14 07:42:10 +0100")]
    public void A_time_that_can_only_be_one_is_that(string sent)
    {
        var reading = CapSample.ReadChanged("2025-01-14T07:42:10+01:00</sent>", $"{sent}</sent>");

        reading.Alerts.ShouldHaveSingleItem().Alert.Sent.ShouldBe(CapSample.Alert().Sent);
        reading.Deviations().ShouldBe(["time-form /alert[1]/sent[1]"]);
    }

    [Theory]
    [InlineData("2025-01-14T07:42:10")]
    [InlineData("2025-01-14  07:42:10+01:00")]
    [InlineData("14/01/2025 07:42:10+01:00")]
    [InlineData("2025-01-14T07:42:10+1:00")]
    [InlineData("2025-01-14T07:42:10 CET")]
    public void A_time_that_can_be_several_is_refused_by_name(string sent) =>
        CapSample
            .ReadChanged("2025-01-14T07:42:10+01:00</sent>", $"{sent}</sent>")
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe(CapFaults.InvalidDate);

    [Theory]
    [InlineData("urn:oasis:names:tc:emergency:cap:1.2/")]
    [InlineData("URN:OASIS:names:tc:emergency:cap:1.2")]
    public void A_namespace_but_for_a_slash_or_case_is_that(string written)
    {
        var reading = CapSample.ReadChanged("urn:oasis:names:tc:emergency:cap:1.2", written);

        reading.Alerts.ShouldHaveSingleItem().Alert.ShouldBe(CapSample.Alert());
        reading.Deviations().ShouldBe(["namespace-form /alert[1]"]);
    }

    [Fact]
    public void An_alert_without_a_namespace_is_one_of_CAP_1_2()
    {
        var reading = CapSample.ReadChanged(" xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"", "");

        reading.Alerts.ShouldHaveSingleItem().Alert.ShouldBe(CapSample.Alert());
        reading.Deviations().ShouldBe(["namespace-form /alert[1]"]);
        CapSample
            .ReadChanged("urn:oasis:names:tc:emergency:cap:1.2", "urn:example:alerts")
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe(CapFaults.WrongNamespace);
    }

    [Fact]
    public void Blanks_beside_a_comma_part_nothing()
    {
        var circle = CapSample.ReadChanged("59.315,18.07 0.5", "59.315, 18.07 0.5");
        circle.Alerts.ShouldHaveSingleItem().Alert.ShouldBe(CapSample.Alert());
        circle.Deviations().ShouldHaveSingleItem().ShouldStartWith("space-in-list ");

        // A decimal comma with a blank behind it, or a point: nobody can tell.
        CapSample.ReadChanged("59.315,18.07 0.5", "1, 2 3").Problems.ShouldHaveSingleItem().Code.ShouldBe(CapFaults.InvalidCircle);

        var references = CapSample.ReadChanged(
            "<incidents>",
            "<references>tib@x , T-1,\n 2025-01-13T00:00:00+01:00 a@y,T-2,2025-01-13T00:00:00+01:00</references><incidents>"
        );
        references
            .Alerts.ShouldHaveSingleItem()
            .Alert.References.Select(r => $"{r.Sender} {r.Identifier}")
            .ShouldBe(["tib@x T-1", "a@y T-2"]);
    }

    [Theory]
    [InlineData("iso-8859-1", "UTF-8")]
    [InlineData("utf-8", "ISO-8859-1")]
    [InlineData("\"utf-8\"", "windows-1252")]
    public void The_charset_of_the_transport_goes_before_the_declaration(string charset, string declared)
    {
        var bytes = CapXmlTree.Named(charset)!.GetBytes(CapSample.Whole.Replace("UTF-8", declared));

        var reading = CapXml.Read(bytes, charset);

        reading.Alerts.ShouldHaveSingleItem().Alert.ShouldBe(CapSample.Alert());
        reading.Deviations().ShouldBe(["charset-of-transport /"]);
    }

    [Fact]
    public void A_byte_order_mark_goes_before_the_charset_and_the_same_twice_is_no_deviation()
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CapSample.Whole)];
        CapXml.Read(marked, "iso-8859-1").Alerts.ShouldHaveSingleItem().Alert.ShouldBe(CapSample.Alert());
        CapXml.Read(Encoding.UTF8.GetBytes(CapSample.Whole), "UTF-8").Deviations().ShouldBeEmpty();
        var undeclared = CapSample.Whole[(CapSample.Whole.IndexOf("?>", StringComparison.Ordinal) + 2)..].Trim();
        CapXml.Read(Encoding.Latin1.GetBytes(undeclared), "iso-8859-1").Alerts.ShouldHaveSingleItem().Alert.ShouldBe(CapSample.Alert());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("klingon-1")]
    public void Bytes_that_are_not_what_the_transport_says_are_refused_by_name(string charset) =>
        CapXml
            .Read(Encoding.Latin1.GetBytes(CapSample.Whole), charset)
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe(CapFaults.WrongEncoding);
}
