namespace CrisisCommand.Alarms.Cap;

/// <summary>Reads one alert out of its elements (CAP 1.2 §3.2.1), and finds all that is wrong with it before saying yes or no.</summary>
internal static class CapAlertParser
{
    private static readonly string[] Naming = ["identifier", "sender", "sent", "status", "msgType", "scope"];

    /// <summary>Null when refused; `findings` then says why.</summary>
    public static CapAlert? Read(CapElement element, CapFindings findings)
    {
        CheckVersionAndStructure(element, findings);
        var sent = CapValues.Sent(element.Find("sent"), findings);
        var alert = new CapAlert
        {
            Identifier = Name(element.Find("identifier"), CapFaults.InvalidIdentifier, findings),
            Sender = Name(element.Find("sender"), CapFaults.InvalidSender, findings),
            Sent = sent,
            SentAsWritten = AsWritten(element.Find("sent"), sent),
            Status = CapValues.IdentifyingTerm<CapStatus>(element.Find("status"), findings),
            MsgType = CapValues.IdentifyingTerm<CapMsgType>(element.Find("msgType"), findings),
            Source = CapValues.Text(element.Find("source"), findings),
            Scope = Scope(element, findings),
            Restriction = CapValues.Text(element.Find("restriction"), findings),
            Addresses = CapReferences.Words(element.Find("addresses")),
            Codes = [.. element.All("code").Select(code => CapValues.Text(code, findings)).OfType<string>()],
            Note = CapValues.Text(element.Find("note"), findings),
            References = CapReferences.Read(element.Find("references"), findings),
            Incidents = CapReferences.Words(element.Find("incidents")),
            Infos = [.. element.All("info").Select(info => CapInfoParser.Read(info, findings))],
        };
        if (findings.IsRefused)
        {
            findings.Answerable = IsNamed(element, findings) ? alert : null;
            return null;
        }
        return CapRules.Check(alert, element, findings);
    }

    /// <summary>Whether what names the message and says for whom it is was read without a problem.</summary>
    private static bool IsNamed(CapElement alert, CapFindings findings)
    {
        var naming = Naming.SelectMany(alert.All).Select(element => element.Path).Append(alert.Path).ToHashSet();
        return !findings.Problems.Any(problem => naming.Contains(problem.Path));
    }

    private static void CheckVersionAndStructure(CapElement alert, CapFindings findings)
    {
        var is10 = alert.Namespace == CapSchema.Namespace10;
        if (alert.Namespace != CapSchema.Namespace12)
            findings.Deviate(CapFaults.CapVersion, alert, $"CAP {(is10 ? "1.0" : "1.1")}, not 1.2");
        CapStructure.Check(alert, is10 ? CapSchema.Alert10 : CapSchema.Alert, findings, inOrder: !is10);
    }

    /// <summary>
    /// Identifier and sender go into comma- and space-separated references, so neither may hold such a sign; nor the replacement
    /// sign, which stands for one we could not read.
    /// </summary>
    private static string Name(CapElement? element, string code, CapFindings findings)
    {
        if (element is null)
            return "";
        if (!IsName(element.Text) || element.HasElements)
            findings.Refuse(code, element, $"{CapStructure.Shown(element.Text)} is empty or has white space, a comma, < or &");
        return element.Text;
    }

    public static bool IsName(string text) =>
        text.Length > 0 && !text.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign) || sign is ',' or '<' or '&' or '\uFFFD');

    private static CapScope Scope(CapElement alert, CapFindings findings)
    {
        var scope = alert.Find("scope");
        if (scope is null && alert.Namespace == CapSchema.Namespace10)
            findings.Deviate(CapFaults.ScopeAssumed, alert, "CAP 1.0 without a scope is taken as Public");
        return CapValues.IdentifyingTerm<CapScope>(scope, findings);
    }

    private static string AsWritten(CapElement? element, DateTimeOffset sent) =>
        element is not null && CapTime.Parse(element.Trimmed, out var inForm) is not null && inForm ? element.Trimmed : CapTime.Write(sent);
}
