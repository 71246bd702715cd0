using System.Text.Json;
using CrisisCommand.Alarms.Cap;

namespace CrisisCommand.Alarms.Vma;

/// <summary>
/// Reads the JSON of Sveriges Radio's VMA API, v2 and v3: CAP's element names (CAP 1.2 §3.2) as `{timestamp, alerts: […]}`, or one
/// alert, or an array of them. Read by the same rules as <see cref="CapXml"/>, so an alarm is the same whichever way it came (C12);
/// paths are JSON pointers. Never throws for what the sender wrote.
/// </summary>
public static class VmaJson
{
    // The same bound as for XML, so that no form of an alarm is a way around it.
    private const int MaxAlerts = 1000;

    /// <summary>No alarm in force (`alerts: []`, the usual answer when polling) is the problem `no-alert`.</summary>
    public static CapReading Read(ReadOnlyMemory<byte> json)
    {
        if (VmaJsonTree.Parse(json, out var problem) is not { } document)
            return CapReading.Refused(problem!);
        using (document)
            return Read(document.RootElement);
    }

    private static CapReading Read(JsonElement root)
    {
        var tree = new VmaJsonTree();
        var alerts = new List<CapElement>();
        foreach (var (alert, pointer) in Alerts(root).Take(MaxAlerts + 1))
            alerts.Add(tree.Alert(alert, pointer));
        if (tree.IsTooLarge || alerts.Count > MaxAlerts)
            return CapReading.Refused(new(CapFaults.TooLarge, "", $"more than {MaxAlerts} alerts or {CapXmlTree.MaxElements} values"));
        if (alerts.Count == 0)
            return CapReading.Refused(new(CapFaults.NoAlert, "", "no alert in this JSON"));
        return CapXml.ReadAll(alerts, (alert, findings) => Read(alert, tree, findings));
    }

    private static IEnumerable<(JsonElement Alert, string Pointer)> Alerts(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return Items(root, "");
        if (root.ValueKind != JsonValueKind.Object)
            return [];
        // By hand, since .NET's own look-up throws on a name with half a surrogate pair in it.
        var members = root.EnumerateObject().Select(member => (Name: VmaJsonTree.Name(member), member.Value)).ToList();
        if (members.Find(member => member.Name == "alerts") is { Name: not null } context)
            return context.Value.ValueKind == JsonValueKind.Array ? Items(context.Value, "/alerts") : [];
        return members.Exists(member => member.Name is "identifier" or "msgType") ? [(root, "")] : [];
    }

    private static IEnumerable<(JsonElement, string)> Items(JsonElement array, string pointer) =>
        array.EnumerateArray().Select((item, index) => (item, $"{pointer}/{index}"));

    private static CapAlert? Read(CapElement alert, VmaJsonTree tree, CapFindings findings)
    {
        foreach (var element in tree.Unwritable.Where(element => element.IsInside(alert)))
            findings.Deviate(CapFaults.InvalidCharacters, element, "signs that no text may hold were replaced");
        return CapAlertParser.Read(alert, findings);
    }
}
