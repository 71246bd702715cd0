using System.Text;
using CrisisCommand.Alarms.Cap;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Our own alarm, whole and correct; each test changes the one thing it is about.</summary>
internal static class CapSample
{
    public const string Whole = """
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
          <identifier>TIB-2025-0114</identifier>
          <sender>tib@stockholm.example</sender>
          <sent>2025-01-14T07:42:10+01:00</sent>
          <status>Actual</status>
          <msgType>Alert</msgType>
          <scope>Public</scope>
          <incidents>VATTENLÄCKA</incidents>
          <info>
            <language>sv-SE</language>
            <category>Infra</category>
            <event>Vattenläcka</event>
            <urgency>Immediate</urgency>
            <severity>Severe</severity>
            <certainty>Observed</certainty>
            <expires>2025-01-14T19:42:10+01:00</expires>
            <senderName>Tjänsteman i beredskap</senderName>
            <headline>Vattenläcka på Åsögatan</headline>
            <description>Källare fylls: håll er på övre våningar.</description>
            <area>
              <areaDesc>Södermalm</areaDesc>
              <polygon>59.31,18.06 59.32,18.06 59.32,18.08 59.31,18.06</polygon>
              <circle>59.315,18.07 0.5</circle>
              <geocode><valueName>Kommun</valueName><value>0180</value></geocode>
              <altitude>10</altitude>
              <ceiling>30.5</ceiling>
            </area>
          </info>
        </alert>
        """;

    public static CapReading Read(string xml) => CapXml.Read(Encoding.UTF8.GetBytes(xml));

    public static CapReading ReadChanged(string from, string to)
    {
        Whole.ShouldContain(from);
        return Read(Whole.Replace(from, to));
    }

    public static CapAlert Alert(string xml = Whole) => Read(xml).Alerts.ShouldHaveSingleItem().Alert;

    /// <summary>`code path` of each problem.</summary>
    public static List<string> Problems(this CapReading reading) =>
        [.. reading.Problems.Select(problem => $"{problem.Code} {problem.Path}")];

    /// <summary>`code path` of each deviation of the one alert.</summary>
    public static List<string> Deviations(this CapReading reading) =>
        [.. reading.Alerts.ShouldHaveSingleItem().Deviations.Select(deviation => $"{deviation.Code} {deviation.Path}")];
}
