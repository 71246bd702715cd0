using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CrisisCommand.Tests.Properties;

/// <summary>
/// Whatever people answer or do not, whenever timers go off and nodes die: 10,000 runs, the same at every time. No function is without
/// holder or pending summons unless it is marked vacant, never has it two holders, and every gap is accounted for.
/// </summary>
public class EscalationTests
{
    private const int Length = 40;
    private static readonly FsCheck.Rnd Seed = new(20261124, 127);

    [Property(Arbitrary = [typeof(EscalationSteps)], MaxTest = 10_000, EndSize = Length, QuietOnSuccess = true, Replay = "20261124,131")]
    public void No_function_is_ever_forgotten(EscalationRun run)
    {
        var world = new EscalationWorld(run.Plan);
        world.Faults().ShouldBeEmpty();
        foreach (var step in run.Steps)
        {
            world.Do(step);
            world.Faults().ShouldBeEmpty($"after: {step}");
        }
    }

    /// <summary>The runs are worth something: they reach every way in which a function passes or is left.</summary>
    [Fact]
    public void The_runs_reach_every_fact_of_the_escalation()
    {
        var seen = EscalationSteps.Runs.Sample(1_000, Seed, Length).SelectMany(run => Ran(run, Broken.Nothing).Seen).ToHashSet();

        new[]
        {
            typeof(FunctionSummoned),
            typeof(SummonsAnswered),
            typeof(SummonsUnanswered),
            typeof(ArrivalOverdue),
            typeof(FunctionLeftVacant),
            typeof(FunctionStaffed),
            typeof(HandoverOffered),
            typeof(HandoverAccepted),
            typeof(HandoverDeclined),
            typeof(HolderCalled),
            typeof(HolderAnswered),
            typeof(HolderSilent),
            typeof(FunctionTakenOver),
        }
            .Except(seen)
            .ShouldBeEmpty();
    }

    /// <summary>With one rule taken out of the world, some run shows it.</summary>
    [Theory]
    [InlineData(Broken.NextIsNotSummoned, "nobody is awaited")]
    [InlineData(Broken.VacancyIsNotMarked, "not marked vacant")]
    [InlineData(Broken.TimersDieWithTheNode, "still waits for")]
    [InlineData(Broken.AnySilenceCountsTwice, "for no reason, or twice")]
    [InlineData(Broken.SecondHolderIsLetIn, "holds it")]
    [InlineData(Broken.DeputyNeedsNoSilence, "who may not")]
    public void A_broken_rule_is_found(Broken broken, string fault) =>
        EscalationSteps
            .Runs.Sample(300, Seed, Length)
            .SelectMany(run => Ran(run, broken).Faults())
            .ShouldContain(found => found.Contains(fault, StringComparison.Ordinal));

    private static EscalationWorld Ran(EscalationRun run, Broken broken)
    {
        var world = new EscalationWorld(run.Plan, broken);
        foreach (var step in run.Steps)
        {
            world.Do(step);
        }

        return world;
    }
}
