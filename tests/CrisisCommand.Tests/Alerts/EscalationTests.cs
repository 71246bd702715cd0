using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CrisisCommand.Tests.Alerts.AlertGiven;
using Outcome = CrisisCommand.Platform.Outcome;

namespace CrisisCommand.Tests.Alerts;

/// <summary>Timers that come twice, late and out of order, answers, closures and openings, in any order: the same runs each time.</summary>
[Properties(Arbitrary = [typeof(EscalationTests)], QuietOnSuccess = true)]
public class EscalationTests
{
    public enum Move
    {
        News,
        Timer,
        OldTimer,
        Answer,
        Close,
        Reopen,
        RaiseToCrisis,
    }

    private static readonly PersonId[] Persons = [Jour, Vd, Vd1];

    public static Arbitrary<(Move Move, int Pick)[]> Arbitrary() =>
        Arb.From(
            Gen.Frequency(
                    (4, Gen.Constant(Move.News)),
                    (8, Gen.Constant(Move.Timer)),
                    (3, Gen.Constant(Move.OldTimer)),
                    (1, Gen.Constant(Move.Answer)),
                    (1, Gen.Constant(Move.Close)),
                    (1, Gen.Constant(Move.Reopen)),
                    (1, Gen.Constant(Move.RaiseToCrisis))
                )
                .Zip(Gen.Choose(0, 5))
                .ArrayOf()
        );

    [Property(MaxTest = 10_000, Replay = "20261124,501", EndSize = 40)]
    public void Each_person_is_alerted_once_a_round_in_order_and_one_at_a_time((Move Move, int Pick)[] moves)
    {
        var (facts, incident) = (new List<IDomainEvent>(), Alarmed);
        foreach (var (move, pick) in moves)
        {
            incident = Moved(incident, move);
            facts.AddRange(Decided(After([.. facts]), incident, move, pick).Events);
        }

        var alerted = facts.OfType<OnCallAlerted>().ToList();
        alerted.Select(a => a.Step).ShouldBe(Enumerable.Range(1, alerted.Count));
        foreach (var round in Rounds(facts))
        {
            round.OfType<OnCallAlerted>().Select(a => a.Person).ShouldBe(Persons.Take(round.OfType<OnCallAlerted>().Count()));
            // Silence, then the next: never two with time left.
            round.OfType<AlertUnanswered>().Count().ShouldBeGreaterThanOrEqualTo(round.OfType<OnCallAlerted>().Count() - 1);
            round.Count(e => e is AlertAcknowledged or AlertEnded).ShouldBeLessThanOrEqualTo(1);
            round.SkipWhile(e => e is not (AlertAcknowledged or AlertEnded)).Skip(1).ShouldBeEmpty();
        }
    }

    private static Incident Moved(Incident incident, Move move) =>
        move switch
        {
            Move.Close => incident with { Closed = true },
            Move.Reopen => incident with { Closed = false },
            Move.RaiseToCrisis => incident with { Crises = [Story.Id(702)] },
            _ => incident,
        };

    private static Outcome Decided(Alert alert, Incident incident, Move move, int pick) =>
        move switch
        {
            Move.News => FollowAlarm.Decide(alert, incident, Fire, Order, Due, isStale: false),
            Move.Timer => EscalateAlert.Decide(alert, incident, alert.Alerted.Length, Due),
            Move.OldTimer => EscalateAlert.Decide(alert, incident, pick, Due),
            Move.Answer => new AcknowledgeAlert().Decide(alert, Persons[pick % Persons.Length]),
            _ => Outcome.Nothing,
        };

    private static IEnumerable<List<IDomainEvent>> Rounds(List<IDomainEvent> facts)
    {
        var starts = facts.Select((e, i) => (e, i)).Where(f => f.e is AlertRaised).Select(f => f.i).Append(facts.Count).ToList();
        return starts.Zip(starts.Skip(1), (from, to) => facts[from..to]);
    }
}
