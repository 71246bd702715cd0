using System.Globalization;

namespace CrisisCommand.Alarms.Cap;

/// <summary>Reads the single values of CAP's elements: texts, terms, times, numbers, names with values.</summary>
internal static class CapValues
{
    /// <summary>Free text, whitespace and all, as the sender wrote it; an empty element says nothing.</summary>
    public static string? Text(CapElement? element, CapFindings findings)
    {
        if (element is null || element.IsBlank)
            return null;
        if (element.HasElements)
            findings.Deviate(CapFaults.MarkupInText, element, "markup inside a text; its words are kept");
        return element.Text;
    }

    /// <summary>A value of an enumeration that may grow: unknown text is kept (C7).</summary>
    public static CapTerm<TTerm>? Term<TTerm>(CapElement? element, CapFindings findings)
        where TTerm : struct, Enum
    {
        if (element is null)
            return null;
        if (element.IsBlank)
        {
            findings.Deviate(CapFaults.EmptyElement, element, $"{element.Name} is empty");
            return null;
        }
        var text = element.Trimmed;
        var known = Known<TTerm>(text);
        if (known is null)
            findings.Deviate(
                CapFaults.InvalidEnumValue,
                element,
                $"CAP 1.2 has no {element.Name} {CapStructure.Shown(text)}; kept as text",
                text
            );
        else if (text != element.Text)
            findings.Deviate(CapFaults.SurroundingWhitespace, element, $"{element.Name} stands between white space");
        return new(text, known);
    }

    /// <summary>A value that says what the message is: nothing but CAP's own words will do.</summary>
    public static TTerm IdentifyingTerm<TTerm>(CapElement? element, CapFindings findings)
        where TTerm : struct, Enum
    {
        if (element is null)
            return default;
        if (Known<TTerm>(element.Trimmed) is not { } known)
        {
            findings.Refuse(CapFaults.InvalidEnumValue, element, $"CAP has no {element.Name} {CapStructure.Shown(element.Trimmed)}");
            return default;
        }
        if (element.Trimmed != element.Text)
            findings.Deviate(CapFaults.SurroundingWhitespace, element, $"{element.Name} stands between white space");
        return known;
    }

    public static DateTimeOffset? Time(CapElement? element, CapFindings findings)
    {
        if (element is null)
            return null;
        var time = CapTime.Parse(element.Trimmed, out var inForm);
        if (time is null)
            findings.Deviate(CapFaults.InvalidDate, element, $"{CapStructure.Shown(element.Text)} is no time with an offset; left out");
        else if (!inForm)
            NotInForm(element, findings);
        return time;
    }

    public static DateTimeOffset Sent(CapElement? element, CapFindings findings)
    {
        if (element is null)
            return default;
        var time = CapTime.Parse(element.Trimmed, out var inForm);
        if (time is null)
            findings.Refuse(CapFaults.InvalidDate, element, $"{CapStructure.Shown(element.Text)} is no time with an offset");
        else if (!inForm)
            NotInForm(element, findings);
        return time ?? default;
    }

    /// <summary>A height in feet. CAP's schema lets negative ones through, its conformance suite does not (INVALID_VALUE).</summary>
    public static decimal? Height(CapElement? element, CapFindings findings)
    {
        if (element is null)
            return null;
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (decimal.TryParse(element.Trimmed, style, CultureInfo.InvariantCulture, out var height) && height >= 0)
            return height;
        findings.Refuse(CapFaults.InvalidValue, element, $"{CapStructure.Shown(element.Text)} is no height in feet");
        return null;
    }

    public static CapList<CapNamed> Named(IEnumerable<CapElement> elements, CapFindings findings)
    {
        var named = new List<CapNamed>();
        foreach (var element in elements)
        {
            if (element.IsBlank)
                findings.Deviate(CapFaults.EmptyElement, element, $"{element.Name} is empty");
            else
                named.Add(NamedOne(element, findings));
        }
        return [.. named];
    }

    private static CapNamed NamedOne(CapElement element, CapFindings findings)
    {
        // CAP 1.0 wrote `name=value`.
        if (!element.HasElements && element.Trimmed.Split('=', 2) is [var name, var worth])
            return new(name, worth);
        CapStructure.Check(element, CapSchema.Named, findings);
        return new(Text(element.Find("valueName"), findings) ?? "", Text(element.Find("value"), findings) ?? "");
    }

    private static void NotInForm(CapElement element, CapFindings findings) =>
        findings.Deviate(CapFaults.TimeForm, element, $"{CapStructure.Shown(element.Text)} is not in CAP's time form");

    private static TTerm? Known<TTerm>(string text)
        where TTerm : struct, Enum
    {
        // CAP 1.1 §3.2.2: "Very Likely" of CAP 1.0 is to be taken as Likely.
        if (typeof(TTerm) == typeof(CapCertainty) && text == "Very Likely")
            text = nameof(CapCertainty.Likely);
        // Enum.TryParse alone would take "3" or "Alert,Update" as well.
        return Array.IndexOf(Enum.GetNames<TTerm>(), text) >= 0 ? Enum.Parse<TTerm>(text) : null;
    }
}
