using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Properties;

/// <summary>Whatever is done, in whatever order: 12,000 sequences, the same ones at every run, and others for each property.</summary>
[Properties(Arbitrary = [typeof(Sequences)], EndSize = 40, QuietOnSuccess = true)]
public class SequenceTests
{
    [Property(MaxTest = 4000, Replay = "20261123,115")]
    public void A_command_comes_to_events_or_to_a_refusal(Act[] acts)
    {
        var world = new World();
        foreach (var outcome in acts.Select(world.Do))
        {
            (outcome.Refusal is null || (outcome.Events.IsEmpty && outcome.Elsewhere.IsEmpty)).ShouldBeTrue($"{outcome}");
        }
    }

    [Property(MaxTest = 2000, Replay = "20261123,117")]
    public void Every_state_is_what_the_facts_so_far_fold_to(Act[] acts) => AlwaysHolds(acts, Invariants.Refolded);

    [Property(MaxTest = 2000, Replay = "20261123,119")]
    public void Decisions_are_numbered_without_a_hole(Act[] acts) => AlwaysHolds(acts, Invariants.Numbered);

    [Property(MaxTest = 2000, Replay = "20261123,121")]
    public void A_function_has_one_holder(Act[] acts) => AlwaysHolds(acts, Invariants.HeldByOne);

    [Property(MaxTest = 2000, Replay = "20261123,123")]
    public void After_the_stand_down_come_late_entries_and_corrections_only(Act[] acts) =>
        AlwaysHolds(acts, Invariants.QuietAfterStandDown);

    /// <summary>The sequences are worth something: they reach every fact, and every refusal that pure rules give.</summary>
    [Fact]
    public void The_sequences_reach_every_fact_and_refusal()
    {
        var outcomes = Sequences.Gen.Sample(500, Seed, 40).SelectMany(acts => acts.Select(new World().Do)).ToList();
        var facts = outcomes.SelectMany(o => o.Events).Select(e => e.GetType()).ToHashSet();
        var codes = outcomes.Select(o => o.Refusal?.Code).ToHashSet();

        typeof(EntryWritten).Assembly.GetTypes().Where(IsOurFact).Except(facts).ShouldBeEmpty();
        new[] { typeof(JournalRefusals), typeof(DecisionRefusals) }
            .SelectMany(t => t.GetFields())
            .Select(f => ((Refusal)f.GetValue(null)!).Code)
            .Except(codes)
            .ShouldBe(LookedUpAtTheEdge, ignoreOrder: true);
    }

    [Fact]
    public void A_broken_rule_is_found()
    {
        Invariants.Numbered(new World().Forced(Decisions.DecisionSample.Taken(2))).ShouldHaveSingleItem();
        Invariants.Numbered(new World().Forced(Decisions.DecisionSample.Taken(1), Withdrawn, Withdrawn)).ShouldHaveSingleItem();
        Invariants.HeldByOne(new World().Forced(Staffed, Staffed with { Person = new("vd-1") })).ShouldNotBeEmpty();
        Invariants.HeldByOne(new World().Forced(new HandoverAccepted(Situation, Vd, new("vd-1"), Mandate.Deputy))).ShouldHaveSingleItem();
        Invariants.QuietAfterStandDown(new World().Forced(StoodDown, Entry)).ShouldHaveSingleItem();
        Invariants.QuietAfterStandDown(new World().Forced(StoodDown, Entry with { LateReason = Text("Sent") })).ShouldHaveSingleItem();
    }

    private static readonly FsCheck.Rnd Seed = new(20261123, 125);
    private static readonly DecisionWithdrawn Withdrawn = new(1, Text("Ingen fara"));
    private static readonly FunctionStaffed Staffed = new(Situation, Vd, Mandate.Appointed);
    private static readonly EntryWritten Entry = new(Noon.AddHours(1), Text("Rök"), EntryCategory.Observation, null);

    private static readonly string[] LookedUpAtTheEdge =
    [
        DecisionRefusals.UnknownBasis.Code,
        DecisionRefusals.OtherCrisisReceipt.Code,
        DecisionRefusals.OtherPersonReceipt.Code,
        DecisionRefusals.UnknownStatus.Code,
        DecisionRefusals.SameAgain.Code,
    ];

    private static bool IsOurFact(Type type) =>
        typeof(IDomainEvent).IsAssignableFrom(type)
        && type.IsClass
        && type.Namespace is "CrisisCommand.Decisions" or "CrisisCommand.Journal";

    private static void AlwaysHolds(Act[] acts, Func<World, IEnumerable<string>> faults)
    {
        var world = new World();
        faults(world).ShouldBeEmpty();
        foreach (var act in acts)
        {
            world.Do(act);
            faults(world).ShouldBeEmpty();
        }
    }
}
