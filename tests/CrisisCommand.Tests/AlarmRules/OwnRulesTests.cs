using System.Text;
using CrisisCommand.AlarmRules;
using CrisisCommand.Alarms;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Alarms.Vma;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Tests.Alarms;

namespace CrisisCommand.Tests.AlarmRules;

/// <summary>What the product's own rules make of real alarms, had TiB sent each of them as it was sent. A change of any verdict shows up in the approved table.</summary>
public class OwnRulesTests
{
    private static readonly PersonId Tib = new("tib");
    private static readonly CapIncoming Incoming = new(Story.Areas, AlarmKinds.Load());
    private static readonly string Approved = Path.Combine(
        CapData.Root ?? "",
        "tests",
        "CrisisCommand.Tests",
        "AlarmRules",
        "OwnRulesTests.approved.tsv"
    );

    [Fact]
    public void Every_real_alarm_is_judged_as_approved_and_by_one_rule()
    {
        CapData.Require();
        var received = Files().SelectMany(Judged).ToList();
        if (!received.SequenceEqual(File.Exists(Approved) ? File.ReadAllLines(Approved) : []))
        {
            File.WriteAllLines(Approved.Replace(".approved.", ".received.", StringComparison.Ordinal), received);
        }

        received.ShouldBe(File.ReadAllLines(Approved));
        received.Count.ShouldBeGreaterThan(140);
    }

    private static IEnumerable<string> Files() =>
        new[] { "cap", "cap-embedded", "cases" }
            .SelectMany(folder => Directory.EnumerateFiles(CapData.PathOf(folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".XML" or ".CAP" or ".JSON" or ".TXT")
            .Select(file => Path.GetRelativePath(CapData.Folder!, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Judged(string file)
    {
        var bytes = CapData.Bytes(file);
        var isJson = file.EndsWith(".json", StringComparison.Ordinal);
        var reading = isJson ? VmaJson.Read(bytes) : CapXml.Read(bytes);
        return reading.Alerts.Select((received, i) => $"{file}\t{i + 1}\t{Judge(received, isJson ? AlarmSource.Vma : AlarmSource.Cap)}");
    }

    private static string Judge(ReceivedCapAlert received, AlarmSource source)
    {
        // When it was sent, so that what has expired since is judged as it was then.
        var at = received.Alert.Sent;
        var alarm = Incoming.Read(received, source, Realm.Live, new("digest"), at).Alarm;
        var incident = Incident.Initial.After(new Statement(new AlarmReceived(alarm, Actionable: true), Tib, at));
        var traits = AlarmTraits.Of(incident, at);
        var holding = AlarmRuleBook.Initial.Rules.Count(r => r.When.Holds(traits));
        holding.ShouldBeGreaterThan(0);
        var rule = AlarmRuleBook.Initial.Apply(incident, at);
        var said = new StringBuilder();
        said.AppendJoin(
            '\t',
            string.Join('+', traits.Places.Select(p => p.ToString())),
            traits.Kind,
            traits.Severity,
            rule.Number,
            rule.Verdict
        );
        return said.ToString();
    }
}
