using FsCheck;
using FsCheck.Fluent;

namespace CrisisCommand.Tests.Notifications.Wording;

/// <summary>What anybody might write.</summary>
public static class WrittenBy
{
    private static readonly string[] Bits =
    [
        "Brand",
        "Fastighetsskötarorganisationens jourledningscentral",
        "Östra Ängsvägen 118 B",
        "Šarić",
        "حريق في المبنى",
        "火灾",
        "🔥",
        "👩‍🚒",
        "e\u0301",
        "[€{}~^|\\]",
        "…",
        "– ”nu”",
        "\n",
        "\r\n",
        "\u2028",
        ":",
        "{x}",
        ".",
        "https://elak.example/x",
    ];

    public static Arbitrary<Written> Anybody() =>
        (
            from title in Text(14)
            from place in Text(14)
            from text in Text(40)
            from function in Text(8)
            from name in Text(8)
            select new Written(title, place, text, function, name)
        ).ToArbitrary();

    private static Gen<string> Text(int most) =>
        from count in Gen.Choose(0, most)
        from bits in Gen.ArrayOf(Gen.Elements(Bits), count)
        select string.Join(' ', bits);
}
