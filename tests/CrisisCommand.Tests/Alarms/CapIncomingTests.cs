using CrisisCommand.Alarms;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Alarms.Vma;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Alarms;

/// <summary>A CAP message in our own terms.</summary>
public class CapIncomingTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 14, 7, 0, 0, TimeSpan.Zero);
    private static readonly CapIncoming Incoming = new(ReferenceData.Load(new ConfigurationBuilder().Build()), AlarmKinds.Load());

    [Fact]
    public void Is_known_by_sender_identifier_and_instant_whatever_its_form()
    {
        var xml = Read(CapXml.Read(System.Text.Encoding.UTF8.GetBytes(VmaSample.Xml)));
        var json = Read(VmaJson.Read(System.Text.Encoding.UTF8.GetBytes(VmaSample.Whole)));
        var elsewhere = Read(CapSample.Read(VmaSample.Xml.Replace("07:42:10+01:00", "06:42:10+00:00")));
        json.Alarm.AlarmId.ShouldBe(xml.Alarm.AlarmId);
        elsewhere.Alarm.AlarmId.ShouldBe(xml.Alarm.AlarmId);
        Read(CapSample.ReadChanged("TIB-2025-0114", "TIB-2025-0115"))
            .Alarm.AlarmId.ShouldNotBe(Read(CapSample.Read(CapSample.Whole)).Alarm.AlarmId);
    }

    [Fact]
    public void Its_references_are_known_by_the_same_ids_and_one_without_a_time_is_reported()
    {
        var alarm = Read(CapSample.Read(CapSample.Whole));
        var update = Read(
            CapSample.ReadChanged(
                "<incidents>",
                "<references>tib@stockholm.example,TIB-2025-0113,2025-01-14T06:00:00+01:00</references><incidents>"
            )
        );
        update.References.ShouldBe([AlarmIds.Of("tib@stockholm.example", "TIB-2025-0113", new(2025, 1, 14, 5, 0, 0, TimeSpan.Zero))]);
        alarm.References.ShouldBeEmpty();
        var received = CapSample.Read(CapSample.Whole).Alerts[0];
        var older = received with { Alert = received.Alert with { References = [new("a", "b", null)] } };
        var read = Incoming.Read(older, AlarmSource.Cap, Realm.Live, new("digest"), Now);
        read.References.ShouldBeEmpty();
        read.Alarm.Deviations.ShouldHaveSingleItem().Code.Value.ShouldBe("reference-without-time");
    }

    [Theory]
    [InlineData("<areaDesc>Södermalm<", "<areaDesc>Kv. Ekholmen 3 m.fl.<", "skarholmen")]
    [InlineData("<areaDesc>Södermalm<", "<areaDesc>RÅGSVED<", "ragsved")]
    [InlineData("<areaDesc>Södermalm<", "<areaDesc>Rågsvedsvägen 12<", null)]
    [InlineData("<value>0180<", "<value>bagarmossen<", "bagarmossen")]
    public void Its_area_is_one_of_ours_only_where_it_names_it(string from, string to, string? area) =>
        Read(CapSample.ReadChanged(from, to)).Alarm.Area?.Value.ShouldBe(area);

    [Theory]
    [InlineData("2025-01-14T07:30:00+01:00", true)]
    [InlineData("2025-01-14T20:00:00+01:00", false)]
    public void What_begins_later_has_not_occurred(string onset, bool occurred)
    {
        var alarm = Read(CapSample.ReadChanged("<expires>", $"<onset>{onset}</onset><expires>")).Alarm;
        alarm.OccurredAt.ShouldBe(occurred ? DateTimeOffset.Parse(onset) : null);
    }

    [Theory]
    [InlineData("Alert", AlarmAct.Raise)]
    [InlineData("Update", AlarmAct.Update)]
    [InlineData("Cancel", AlarmAct.Cancel)]
    [InlineData("Ack", AlarmAct.Note)]
    [InlineData("Error", AlarmAct.Note)]
    public void Each_type_of_message_does_its_own(string type, AlarmAct act) =>
        Read(CapSample.ReadChanged("<msgType>Alert", $"<msgType>{type}")).Act.ShouldBe(act);

    [Theory]
    [InlineData("Brand i St. Eriksgatan 10. Stäng fönstren.", "Brand i St. Eriksgatan 10")]
    [InlineData(
        "Räddningstjänsten meddelar: gasläcka kl. 15 i Rågsved. Gå inomhus.",
        "Räddningstjänsten meddelar: gasläcka kl. 15 i Rågsved"
    )]
    [InlineData("Gas!\nGå inomhus.", "Gas!")]
    public void Without_a_headline_the_first_sentence_speaks_whole(string said, string headline)
    {
        var received = CapSample.Read(CapSample.Whole).Alerts[0];
        var info = received.Alert.Infos[0] with { Headline = null, Event = "Viktigt meddelande till allmänheten", Description = said };
        var read = Incoming.Read(
            received with
            {
                Alert = received.Alert with { Infos = [info] },
            },
            AlarmSource.Cap,
            Realm.Live,
            new("digest"),
            Now
        );

        (read.Alarm.Headline?.Words).ShouldBe(headline);
    }

    [Theory]
    [InlineData("{\"alerts\": []}", true)]
    [InlineData("[{\"identifier\": \"x\"}]", true)]
    [InlineData("{\"identifier\": \"x\", \"info\": null}", true)]
    [InlineData("{\"identifier\": \"x\", \"msgType\": \"Alert\"}", true)]
    [InlineData("\uFEFF{\"alerts\": []}", true)]
    [InlineData("{\"identifier\": \"x\", \"source\": \"tib\"}", false)]
    [InlineData("{\"msgType\": \"Alert\"}", false)]
    [InlineData("{", false)]
    [InlineData("1", false)]
    public void The_form_of_json_is_told_by_its_members(string json, bool vma) =>
        PostedAlarm.IsVma(System.Text.Encoding.UTF8.GetBytes(json)).ShouldBe(vma);

    private static IncomingAlarm Read(CapReading reading) =>
        Incoming.Read(reading.Alerts.ShouldHaveSingleItem(), AlarmSource.Cap, Realm.Live, new("digest"), Now);
}
