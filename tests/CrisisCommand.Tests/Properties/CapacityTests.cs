using CrisisCommand.Access;
using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Configuration;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Properties;

/// <summary>
/// In what capacity somebody decides, whatever has become of the KLO: 10,000 histories of persons in several functions, delegations,
/// handovers, takeovers and reorganisations, against a model that knows nothing of our folds.
/// </summary>
[Properties(Arbitrary = [typeof(Dice)], QuietOnSuccess = true)]
public class CapacityTests
{
    private static readonly AccessRules Rules = new(AccessPolicy.Load(new ConfigurationBuilder().Build()));
    private static readonly Standing Known = Fold.Of<Standing>(Of(new PersonRegistered(Vd, Text("Namn"), null, null, null, null)));

    [Property(MaxTest = 10_000, Replay = "20261128,211")]
    public void A_decision_and_its_header_name_the_right_that_was_used(int[] dice) => Faults(dice, Payload).ShouldBeEmpty();

    /// <summary>The control: as it was before, the first function held in the plan's order stood beside the right that was used.</summary>
    [Fact]
    public void The_rule_of_before_is_found_wrong()
    {
        var histories = Dice.Gen.Sample(300, new FsCheck.Rnd(20261128, 213), 40).ToList();
        histories.SelectMany(dice => Faults(dice, FirstHeld)).ShouldNotBeEmpty();
        histories.SelectMany(dice => Faults(dice, Payload)).ShouldBeEmpty();
    }

    public static class Dice
    {
        public static FsCheck.Gen<int[]> Gen { get; } = FsCheck.Fluent.Gen.Choose(0, 9999).ArrayOf(40);

        public static FsCheck.Arbitrary<int[]> Arrays() => Gen.ToArbitrary();
    }

    private static Capacity? Payload(KloActivation klo, PersonId by, Capacity? permitted)
    {
        var log = DecisionLog.Initial;
        var taken = new TakeDecision(Text("Utrym"), Text("Rök")).Decide(log, klo, permitted, Noon, new()).Events[0];
        return ((DecisionTaken)taken).Capacity;
    }

    private static Capacity? FirstHeld(KloActivation klo, PersonId by, Capacity? permitted) =>
        klo.HeldBy(by) is { } post ? permitted! with { Function = post.Function } : null;

    private static IEnumerable<string> Faults(int[] dice, Func<KloActivation, PersonId, Capacity?, Capacity?> payload)
    {
        var (history, model) = (new List<IDomainEvent>(), new CapacityModel());
        foreach (var step in dice.Select(d => new Roll(d)).Prepend(new Roll(0)))
        {
            if (model.Next(step, history.Count + 1) is { } happened)
            {
                history.Add(happened);
                continue;
            }

            var klo = Fold.Of<KloActivation>(Of(history));
            var (by, named) = (step.Person, step.Named);
            var actor = new Actor(Realm.Live, by, Known, [], klo, CrisisReaders.Initial, Noon);
            var permit = Rules.Permit(actor, [(DecisionsCapabilities.TakeDecision, null)], named);
            var expected = model.Expected(by, named);
            if ((permit.Refusal is null) != (expected is not null) || (expected is not null && permit.Capacity != expected))
            {
                yield return $"{by} as {named}: {permit.Capacity} {permit.Refusal?.Code}, and not {expected}";
            }
            else if (expected is not null && payload(klo, by, permit.Capacity) is var written && written != permit.Capacity)
            {
                yield return $"{by} as {named}: {written} in the decision, {permit.Capacity} in its header";
            }
        }
    }
}
