using System.Text;

namespace CrisisCommand.Alarms.Cap;

/// <summary>
/// An element of a CAP message, whether it came as XML or as JSON: both are read by the same rules, so the same alarm in both
/// forms gives the same alert.
/// </summary>
internal sealed class CapElement(string name, string ns, CapElement? parent, string? token = null)
{
    private const string TextName = "#text";
    private readonly List<CapElement> children = [];
    private string text = "";
    private int position;

    public string Name => name;

    public string Namespace => ns;

    /// <summary>As it was written, where that is not the namespace that is meant.</summary>
    public string? WrittenNamespace { get; init; }

    public CapElement? Parent => parent;

    /// <summary>The members of a JSON object have no order to be out of.</summary>
    public bool IsOrdered => token is null;

    public IEnumerable<CapElement> Elements => children.Where(child => child.Name != TextName);

    public bool HasElements => children.Exists(child => child.Name != TextName);

    /// <summary>Text that stands between the child elements, where CAP has none.</summary>
    public string? StrayText =>
        !HasElements ? null
        : text.Length > 0 ? text
        : children.Find(child => child.Name == TextName)?.text;

    /// <summary>All text inside, that of misplaced markup included.</summary>
    public string Text
    {
        get
        {
            if (children.Count == 0)
                return text;
            var whole = new StringBuilder();
            AppendTo(whole);
            return whole.ToString();
        }
    }

    public string Trimmed => Text.Trim();

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>XPath with a position at each step, or the JSON pointer where it came as JSON. Asked for findings only, hence not kept.</summary>
    public string Path =>
        token is not null ? (parent?.Path ?? "") + token
        : parent is null ? $"/{name}[1]"
        : $"{parent.Path}/{name}[{Position()}]";

    // A loop, not a query: asked some sixty times of each info, and a hostile document has tens of thousands of them.
    public CapElement? Find(string child)
    {
        foreach (var element in children)
        {
            if (element.IsNamed(child, ns))
                return element;
        }
        return null;
    }

    public IEnumerable<CapElement> All(string child) => children.Count == 0 ? [] : children.Where(element => element.IsNamed(child, ns));

    public bool IsNamed(string wanted, string wantedNs) => name == wanted && ns == wantedNs;

    public bool IsInside(CapElement other) => this == other || parent?.IsInside(other) == true;

    public CapElement Add(CapElement child)
    {
        children.Add(child);
        return child;
    }

    public void AddText(string more)
    {
        // Only mixed content needs text as children of its own, to keep the order; nearly every element is text or container.
        if (children.Count == 0 && text.Length == 0)
            text = more;
        else
            children.Add(new(TextName, "", this) { text = more });
    }

    private void AppendTo(StringBuilder whole)
    {
        whole.Append(text);
        foreach (var child in children)
            child.AppendTo(whole);
    }

    // Kept once found: a hostile document has many faults under many siblings.
    private int Position() =>
        position > 0 ? position : position = parent!.children.TakeWhile(other => other != this).Count(other => other.Name == Name) + 1;
}
