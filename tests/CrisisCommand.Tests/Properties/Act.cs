using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using Outcome = CrisisCommand.Platform.Texts.Outcome;

namespace CrisisCommand.Tests.Properties;

/// <summary>Somebody does something, a while after what was done last.</summary>
/// <param name="Decide">The command's own rule on the world's state.</param>
public sealed record Act(string Name, PersonId By, TimeSpan Later, Guid Stream, Func<World, Outcome> Decide)
{
    public override string ToString() => $"+{Later:hh\\:mm} {By}: {Name}";
}

/// <summary>What all acts share: who, when, which text, which of the things that are there.</summary>
public static class Acts
{
    public static readonly Gen<PersonId> Person = Gen.Elements(World.Persons.AsEnumerable());
    public static readonly Gen<FunctionKey> Function = Gen.Elements(World.Functions.Append(new("unknown")));
    public static readonly Gen<CommittedText> Text = Gen.Elements("Rök", "Larm", "Klart", "Avvakta").Select(Story.Text);
    public static readonly Gen<int> Number = Gen.Choose(0, 6);
    private static readonly Gen<TimeSpan> Minutes = Gen.Choose(0, 20).Select(m => TimeSpan.FromMinutes(m));

    /// <summary>A time relative to the deciding moment: an hour before to five minutes after, or none.</summary>
    public static readonly Gen<TimeSpan?> Ago = Gen.OneOf(
        Gen.Constant<TimeSpan?>(null),
        Gen.Choose(-60, 5).Select(m => (TimeSpan?)TimeSpan.FromMinutes(m)),
        Gen.Choose(-60, 5).Select(m => (TimeSpan?)TimeSpan.FromMinutes(m)),
        Gen.Choose(-60, 5).Select(m => (TimeSpan?)TimeSpan.FromMinutes(m)),
        // A clock that was never set.
        Gen.Constant<TimeSpan?>(TimeSpan.FromDays(-20_000))
    );

    public static Gen<T?> Perhaps<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(v => (T?)v));

    /// <summary>An act on the crisis, with what it needs drawn by <paramref name="content"/>.</summary>
    public static Gen<Act> OnCrisis<T>(Gen<T> content, Func<T, World, PersonId, Outcome> decide) =>
        On(Gen.Constant(World.CrisisId), content, (c, world, by, _) => decide(c, world, by));

    public static Gen<Act> OnIncident<T>(Gen<T> content, Func<T, World, Guid, Outcome> decide) =>
        On(Gen.Elements(World.IncidentIds.AsEnumerable()), content, (c, world, _, stream) => decide(c, world, stream));

    /// <summary>The id of some event of the crisis, or of none.</summary>
    public static Guid SomeEvent(World world, int pick) =>
        pick == 0 ? Story.Id(1) : world.FactsOf(World.CrisisId)[^((pick - 1) % world.FactsOf(World.CrisisId).Count + 1)].EventId;

    private static Gen<Act> On<T>(Gen<Guid> stream, Gen<T> content, Func<T, World, PersonId, Guid, Outcome> decide) =>
        from c in content
        from who in Person
        from later in Minutes
        from id in stream
        select new Act($"{c}", who, later, id, world => decide(c, world, who, id));
}

/// <summary>Sequences of acts; a feature adds its own here, each with its weight.</summary>
public static class Sequences
{
    public static readonly ImmutableArray<(int Weight, Gen<Act> Act)> Kinds =
    [
        .. KloActs.All,
        .. DecisionActs.All,
        .. JournalActs.All,
        .. IncidentActs.All,
    ];

    public static readonly Gen<Act[]> Gen = FsCheck.Fluent.Gen.Frequency(Kinds.Select(k => (k.Weight, k.Act))).ArrayOf();

    /// <summary>A sequence that breaks a rule is shown with every act left out that the breach does without.</summary>
    public static Arbitrary<Act[]> Arbitrary() =>
        Arb.From(Gen, acts => Enumerable.Range(0, acts.Length).Select(i => acts.Where((_, at) => at != i).ToArray()));
}
