using System.Text;
using System.Xml;
using System.Xml.Schema;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Our answer is CAP that others can read: valid by the OASIS schema, naming the right message (C10).</summary>
public class CapAcknowledgementTests
{
    private static readonly CapIdentity Own = new("crisis@homes.example", "OUR-1", new(2025, 1, 14, 6, 43, 0, 250, TimeSpan.Zero));
    private static readonly CapAlert Alarm = CapSample.Alert();

    [Fact]
    public void An_ack_reads_back_as_the_answer_to_the_alarm()
    {
        var xml = CapAcknowledgement.Ack(Alarm, Own).ToXml();
        var reading = CapXml.Read(xml);
        reading.Deviations().ShouldBeEmpty();
        var ack = reading.Alerts[0].Alert;
        (ack.MsgType, ack.Status, ack.Scope, ack.Note).ShouldBe((CapMsgType.Ack, CapStatus.Actual, CapScope.Public, null));
        ack.SentAsWritten.ShouldBe("2025-01-14T06:43:00-00:00");
        Encoding
            .UTF8.GetString(xml)
            .ShouldContain("<references>tib@stockholm.example,TIB-2025-0114,2025-01-14T07:42:10+01:00</references>");
        ack.References.ShouldBe([new(Alarm.Sender, Alarm.Identifier, Alarm.Sent)]);
    }

    [Theory]
    [InlineData("07:42:10+00:00", "07:42:10+00:00")]
    [InlineData("07:42:10-00:00", "07:42:10-00:00")]
    [InlineData("07:42:10Z", "07:42:10-00:00")]
    [InlineData("07:42:10.75+02:00", "07:42:10+02:00")]
    public void The_reference_quotes_the_time_as_written_where_that_is_in_form(string sent, string quoted)
    {
        var alarm = CapSample.Alert(CapSample.Whole.Replace("07:42:10+01:00</sent>", sent + "</sent>"));
        Encoding.UTF8.GetString(CapAcknowledgement.Ack(alarm, Own).ToXml()).ShouldContain($",2025-01-14T{quoted}</references>");
    }

    [Fact]
    public void An_error_gives_its_reason()
    {
        var error = CapXml.Read(CapAcknowledgement.Error(Alarm, Own, "Övning i skarpt läge \u0001\ud800 <x>").ToXml());
        error.Deviations().ShouldBeEmpty();
        error.Alerts[0].Alert.MsgType.ShouldBe(CapMsgType.Error);
        error.Alerts[0].Alert.Note.ShouldBe("Övning i skarpt läge \uFFFD\uFFFD <x>");
    }

    [Fact]
    public void Scope_and_exercise_follow_the_alarm()
    {
        CapAlert Answer(CapAlert alarm) => CapXml.Read(CapAcknowledgement.Ack(alarm, Own).ToXml()).Alerts.ShouldHaveSingleItem().Alert;
        Answer(Alarm with { Scope = CapScope.Private }).Addresses.ShouldBe([Alarm.Sender]);
        Answer(Alarm with { Scope = CapScope.Restricted, Restriction = "Endast TiB" }).Restriction.ShouldBe("Endast TiB");
        Answer(Alarm with { Status = CapStatus.Exercise, Note = "Havsörn 2025" }).Note.ShouldBe("Havsörn 2025");
    }

    [Theory]
    [InlineData("a b", "x")]
    [InlineData("a", "x,y")]
    [InlineData("", "x")]
    public void Our_own_name_must_be_one(string sender, string identifier) =>
        Should.Throw<ArgumentException>(() => CapAcknowledgement.Ack(Alarm, new(sender, identifier, Own.Sent)));

    [Fact]
    public void Each_answer_is_valid_by_the_OASIS_schema()
    {
        CapData.Require();
        foreach (var status in Enum.GetValues<CapStatus>())
        foreach (var scope in Enum.GetValues<CapScope>())
        {
            var alarm = Alarm with { Status = status, Scope = scope, Restriction = "r", Note = "n" };
            SchemaFaults(CapAcknowledgement.Ack(alarm, Own).ToXml()).ShouldBeEmpty();
            SchemaFaults(CapAcknowledgement.Error(alarm, Own, "okänd källa").ToXml()).ShouldBeEmpty();
        }
        SchemaFaults(Encoding.UTF8.GetBytes(CapSample.Whole.Replace("Actual", "Real"))).ShouldNotBeEmpty();
    }

    private static List<string> SchemaFaults(byte[] xml)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.Schemas.Add(null, CapData.PathOf("cap-schema/em-serializers_CAP-v1.2-os.xsd"));
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read()) { }
        return faults;
    }
}
