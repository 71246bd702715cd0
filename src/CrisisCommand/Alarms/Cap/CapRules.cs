namespace CrisisCommand.Alarms.Cap;

/// <summary>Rules between the elements that no schema expresses (CAP 1.2 §3.2). Real senders break each of them, so none refuses.</summary>
internal static class CapRules
{
    /// <summary>The alert as accepted: a reference to itself is taken out, lest an alarm wait for its own predecessor for ever.</summary>
    public static CapAlert Check(CapAlert alert, CapElement element, CapFindings findings)
    {
        CheckAudience(alert, element, findings);
        CheckNote(alert, element, findings);
        CheckExpiry(alert, element, findings);
        return CheckReferences(alert, element, findings);
    }

    private static void CheckAudience(CapAlert alert, CapElement element, CapFindings findings)
    {
        if (alert.Scope == CapScope.Private && alert.Addresses.Count == 0)
            findings.Deviate(CapFaults.MissingAddresses, element, "scope Private names no addresses");
        if (alert.Scope == CapScope.Restricted && alert.Restriction is null)
            findings.Deviate(CapFaults.MissingRestriction, element, "scope Restricted states no restriction");
        if (alert.Scope != CapScope.Restricted && alert.Restriction is not null)
            findings.Deviate(CapFaults.UnexpectedRestriction, element.Find("restriction")!, "a restriction belongs to scope Restricted");
    }

    private static void CheckNote(CapAlert alert, CapElement element, CapFindings findings)
    {
        if (alert.Note is not null)
            return;
        if (alert.Status == CapStatus.Exercise)
            findings.Deviate(CapFaults.MissingNote, element, "the note should name the exercise");
        if (alert.MsgType == CapMsgType.Error)
            findings.Deviate(CapFaults.MissingNote, element, "the note should give the reason of the error");
    }

    private static void CheckExpiry(CapAlert alert, CapElement element, CapFindings findings)
    {
        foreach (var (info, at) in alert.Infos.Zip(element.All("info")))
        {
            if (info.Expires < alert.Sent)
                findings.Deviate(CapFaults.ExpiresBeforeSent, at.Find("expires")!, "expired before it was sent");
        }
    }

    private static CapAlert CheckReferences(CapAlert alert, CapElement element, CapFindings findings)
    {
        if (alert.References.Count == 0 && alert.MsgType != CapMsgType.Alert)
            findings.Deviate(CapFaults.MissingReferences, element, $"{alert.MsgType} names no earlier message");
        if (alert.References.Count == 0)
            return alert;
        var at = element.Find("references")!;
        if (alert.MsgType == CapMsgType.Alert)
            findings.Deviate(
                CapFaults.UnexpectedReferences,
                at,
                "an Alert is the first of its kind; it names earlier messages all the same"
            );
        if (alert.References.Any(reference => reference.Sent > alert.Sent))
            findings.Deviate(CapFaults.ReferenceLaterThanSent, at, "names a message later than itself");
        if (!alert.References.Any(reference => IsSelf(reference, alert)))
            return alert;
        findings.Deviate(CapFaults.ReferenceToSelf, at, "names itself; that reference is left out");
        return alert with { References = [.. alert.References.Where(reference => !IsSelf(reference, alert))] };
    }

    private static bool IsSelf(CapReference reference, CapAlert alert) =>
        reference.Sender == alert.Sender
        && reference.Identifier == alert.Identifier
        && (reference.Sent is null || reference.Sent == alert.Sent);
}
