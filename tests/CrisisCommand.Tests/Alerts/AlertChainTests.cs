using CrisisCommand.Alerts;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

/// <summary>Messages in any order and twice, answers, silences and acts: no alarm that should call ends without a holder or a living chain.</summary>
[Properties(Arbitrary = [typeof(AlertChainTests)], QuietOnSuccess = true)]
public class AlertChainTests
{
    public enum Move
    {
        Deliver,
        DeliverTwice,
        Answer,
        Handle,
        Close,
        Reopen,
        RaiseToCrisis,
        End,
    }

    private static readonly PersonId[] Persons = [Jour, Vd, Vd1, new("operator"), new("documentation")];

    public static Arbitrary<(Move Move, int Pick)[]> Arbitrary() =>
        Arb.From(
            Gen.Frequency(
                    (40, Gen.Constant(Move.Deliver)),
                    (8, Gen.Constant(Move.DeliverTwice)),
                    (1, Gen.Constant(Move.Answer)),
                    (1, Gen.Constant(Move.Handle)),
                    (1, Gen.Constant(Move.Close)),
                    (2, Gen.Constant(Move.Reopen)),
                    (1, Gen.Constant(Move.RaiseToCrisis)),
                    (1, Gen.Constant(Move.End))
                )
                .Zip(Gen.Choose(0, 30))
                .ArrayOf()
        );

    [Property(MaxTest = 10_000, Replay = "20261129,701", EndSize = 60)]
    public void No_alarm_that_should_call_ends_without_a_holder_or_a_living_chain((Move Move, int Pick)[] moves)
    {
        var world = Run(new AlertWorld(), moves);

        (world.ShouldCall && !world.IsAlive).ShouldBeFalse(string.Join('\n', world.Facts));
        foreach (var round in Rounds(world.Facts))
        {
            round.OfType<OnCallAlerted>().Select(a => a.Person).ShouldBeUnique();
            // One after the other in the path's order: silence, then the next, never two with time left.
            var turns = round.OfType<OnCallAlerted>().Where(a => a.Role is not (AlertRole.Operator or AlertRole.Member)).ToList();
            turns.Select(a => Array.IndexOf(Persons, a.Person)).ShouldBeInOrder();
            round.OfType<AlertUnanswered>().Count().ShouldBeGreaterThanOrEqualTo(turns.Count - 1);
            round.SkipWhile(e => e is not (AlertAcknowledged or AlertEnded)).Skip(1).ShouldBeEmpty();
        }

        var steps = world.Facts.OfType<OnCallAlerted>().Select(a => a.Step).ToList();
        steps.ShouldBe(Enumerable.Range(1, steps.Count));
    }

    /// <summary>The control: an alert that ends at its path's end, as it did, is found by the same look.</summary>
    [Fact]
    public void An_alert_that_ends_in_silence_is_found()
    {
        var world = Run(new AlertWorld(endsAtExhausted: true), [.. Enumerable.Repeat((Move.Deliver, 0), 10)]);

        world.Alert.Status.ShouldBe(AlertStatus.Exhausted);
        (world.ShouldCall && !world.IsAlive).ShouldBeTrue();
    }

    private static AlertWorld Run(AlertWorld world, (Move Move, int Pick)[] moves)
    {
        foreach (var (move, pick) in moves)
        {
            Make(world, move, pick);
        }

        world.Settle();
        return world;
    }

    private static void Make(AlertWorld world, Move move, int pick)
    {
        switch (move)
        {
            case Move.Answer when world.Facts.Count > 0:
                world.Happen(new AcknowledgeAlert().Decide(world.Alert, Persons[pick % Persons.Length], handles: false));
                break;
            case Move.End when world.Facts.Count > 0:
                world.Happen(new EndAlert(Story.Text("Provlarm")).Decide(world.Alert, Vd));
                break;
            case Move.Handle:
                world.Becomes(i => i with { Handler = Persons[pick % Persons.Length] });
                break;
            case Move.Close:
                world.Becomes(i => i with { Closed = true, Handler = Vd });
                break;
            case Move.Reopen:
                world.Becomes(i =>
                    i.Closed ? i with { Closed = false, Handler = null, ReopenedAt = Story.At(world.Facts.Count).AddSeconds(30) } : i
                );
                break;
            case Move.RaiseToCrisis:
                world.Becomes(i => i with { Crises = [Story.Id(702)] });
                break;
            case Move.Deliver or Move.DeliverTwice:
                world.Deliver(pick, stays: move == Move.DeliverTwice);
                break;
        }
    }

    private static IEnumerable<List<IDomainEvent>> Rounds(List<IDomainEvent> facts)
    {
        var starts = facts.Select((e, i) => (e, i)).Where(f => f.e is AlertRaised or AlertRepeated).Select(f => f.i).Append(facts.Count);
        return starts.Zip(starts.Skip(1), (from, to) => facts[from..to]);
    }
}
