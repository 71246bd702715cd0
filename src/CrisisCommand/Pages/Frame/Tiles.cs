using CrisisCommand.Reference;

namespace CrisisCommand.Pages.Frame;

/// <summary>Tiles to tap, a kind of incident each.</summary>
public static class Tiles
{
    private const int LongName = 20;

    /// <summary>A long name takes the place of two: Swedish words do not break where browsers know no Swedish.</summary>
    public static string? WidthOf(PageContext page, IncidentKind kind) => page.Words.Kind(kind).Length > LongName ? "two" : null;
}
