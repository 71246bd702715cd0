using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Manual;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Manual;

/// <summary>A manual of two small cards, and a fire that is worked by it.</summary>
internal static class ManualGiven
{
    public const string General = """
        ---
        title: Första stegen
        number: 1
        kinds: all
        revised: 2026-11-20
        ---

        Liv går först.

        ## crisis-leader

        ### Omedelbart

        - [ ] (ring-112) Ring 112.

        """;

    public const string Fire = """
        ---
        title: Brand
        number: 2
        kinds: fire, explosion
        revised: 2026-11-24
        note: Första utgåvan.
        ---

        ## situation

        ### Omedelbart

        - [ ] (rakna) Räkna de boende
              i trapphuset.
        - [ ] (rita) Rita läget.

        ### Första dygnet

        - [ ] (folj-upp) Följ upp.

        """;

    public const string Water = """
        ---
        title: Vatten
        number: 3
        kinds: water-damage
        revised: 2026-11-24
        ---

        ## situation

        ### Omedelbart

        - [ ] (stang) Stäng av.

        """;

    public static readonly CardKey FireCard = new("brand");
    public static readonly StepKey Count = new("rakna");

    public static readonly ManualEdition Edition = Of(("grund.md", General), ("brand.md", Fire), ("vatten.md", Water));

    public static readonly CrisisDeclared Declared = new(
        new("fire"),
        Text("Brand i Rågsved"),
        Text("Fara för liv"),
        PlanName.Normal,
        1,
        null,
        [],
        Edition.Version
    );

    public static ManualEdition Of(params (string Name, string Text)[] files) =>
        ManualEdition.Of(files.Select(f => new ManualFile(f.Name, f.Text)), Areas);

    public static CardWork Work(params IDomainEvent[] events) => State<CardWork>([Declared, .. events]);
}
