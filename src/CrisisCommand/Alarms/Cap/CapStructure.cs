namespace CrisisCommand.Alarms.Cap;

/// <summary>Compares the children of an element with those that CAP knows there. Nothing is read by position: real authorities shuffle.</summary>
internal static class CapStructure
{
    public static void Check(CapElement element, CapChild[] known, CapFindings findings, bool inOrder = true)
    {
        var lacksIdentity = Missing(element, known).Any(child => child.Identifies);
        CheckUnknown(element, known, findings, lacksIdentity);
        CheckMissing(element, known, findings);
        CheckDuplicates(element, known, findings);
        if (inOrder && element.IsOrdered)
            CheckSequence(element, known, findings);
        CheckStrayText(element, findings);
    }

    private static IEnumerable<CapChild> Missing(CapElement element, CapChild[] known) =>
        known.Where(child => child.IsRequired && element.Find(child.Name) is null);

    private static void CheckUnknown(CapElement element, CapChild[] known, CapFindings findings, bool lacksIdentity)
    {
        foreach (var child in element.Elements)
        {
            if (child.Namespace == CapSchema.SignatureNamespace)
                findings.Deviate(CapFaults.SignedNotVerified, child, "the signature was not verified");
            else if (child.Namespace != element.Namespace)
                findings.Deviate(CapFaults.UnsupportedElement, child, $"{Shown(child.Name)} is not of CAP's namespace");
            else if (Array.Exists(known, rule => rule.Name == child.Name))
                continue;
            // `scoep` where `scope` is missing: whoever guesses here may turn an exercise into a crisis.
            else if (lacksIdentity)
                findings.Refuse(CapFaults.UnsupportedElement, child, $"CAP has no {Shown(child.Name)}, and a required element is missing");
            else
                findings.Deviate(CapFaults.UnsupportedElement, child, $"CAP has no {Shown(child.Name)} here");
        }
    }

    private static void CheckMissing(CapElement element, CapChild[] known, CapFindings findings)
    {
        foreach (var child in Missing(element, known))
            Report(child, findings, CapFaults.MissingRequiredElement, element, $"{child.Name} is missing");
    }

    private static void CheckDuplicates(CapElement element, CapChild[] known, CapFindings findings)
    {
        foreach (var rule in known.Where(rule => !rule.Repeats))
        foreach (var again in element.All(rule.Name).Skip(1))
            Report(rule, findings, CapFaults.DuplicateElement, again, $"{rule.Name} may stand once only");
    }

    /// <summary>Names the same first child as a schema validator does: one too late, or one before another that must come first.</summary>
    private static void CheckSequence(CapElement element, CapChild[] known, CapFindings findings)
    {
        var due = known.Where(rule => rule.IsRequired && element.Find(rule.Name) is not null).Select(rule => rule.Name).ToList();
        var reached = 0;
        foreach (var child in element.Elements.Where(child => child.Namespace == element.Namespace))
        {
            var rank = Array.FindIndex(known, rule => rule.Name == child.Name);
            if (rank < 0)
                continue;
            due.Remove(child.Name);
            if (rank < reached || due.Exists(name => Array.FindIndex(known, rule => rule.Name == name) < rank))
            {
                findings.Deviate(CapFaults.InvalidSequence, child, $"{child.Name} stands out of CAP's order");
                return;
            }
            reached = rank;
        }
    }

    private static void CheckStrayText(CapElement element, CapFindings findings)
    {
        if (element.StrayText is not { } stray)
            return;
        // Between the identifying elements stray text is what is left of a broken tag.
        if (element.Name == "alert")
            findings.Refuse(CapFaults.InvalidCharacters, element, $"text between the elements: {Shown(stray)}");
        else
            findings.Deviate(CapFaults.InvalidCharacters, element, $"text between the elements: {Shown(stray)}");
    }

    private static void Report(CapChild rule, CapFindings findings, string code, CapElement at, string detail)
    {
        if (rule.Identifies)
            findings.Refuse(code, at, detail);
        else
            findings.Deviate(code, at, detail);
    }

    /// <summary>A foreign text in a finding: short, so that a finding is not as long as the message.</summary>
    public static string Shown(string text)
    {
        const int most = 60;
        var trimmed = text.Trim();
        if (trimmed.Length <= most)
            return $"'{trimmed}'";
        return $"'{trimmed[..(char.IsHighSurrogate(trimmed[most - 1]) ? most - 1 : most)]}…'";
    }
}
