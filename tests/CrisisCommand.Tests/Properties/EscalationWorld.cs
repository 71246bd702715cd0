using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Properties;

/// <summary>
/// One KLO with what outlives every node, its journal and its timers, and what does not: the timers that a node has in hand. All rules are
/// the product's; time only moves on.
/// </summary>
internal sealed class EscalationWorld
{
    private static readonly KloTimes Times = new();

    private readonly Broken _broken;
    private readonly List<(DateTimeOffset At, Guid Because, object Event)> _journal = [];
    private List<IKloTimer> _timers = [];
    private List<IKloTimer> _inHand = [];
    private int _followed;
    private int _ids;

    public EscalationWorld(ImmutableArray<CallOrder> plan, Broken broken = Broken.Nothing)
    {
        (_broken, Functions) = (broken, [.. plan.Select(o => o.Function)]);
        Append(
            new("vd"),
            [
                new KloConvened(PlanName.Normal, 1, plan),
                .. plan.Select(o => new FunctionSummoned(o.Function, o.Persons[0], 0, Times.AnswerBy(o.AnswerWithinMinutes, Now))),
            ]
        );
    }

    private EscalationWorld(EscalationWorld of)
    {
        (_broken, Functions, Now, Klo, _followed, _ids) = (of._broken, of.Functions, of.Now, of.Klo, of._followed, of._ids);
        (_journal, _timers, _inHand, Model) = ([.. of._journal], [.. of._timers], [.. of._inHand], of.Model.Copy());
    }

    public ImmutableArray<FunctionKey> Functions { get; }
    public DateTimeOffset Now { get; private set; } = Story.Noon;
    public KloActivation Klo { get; private set; } = KloActivation.Initial;
    public EscalationModel Model { get; } = new();
    public HashSet<Type> Seen { get; } = [];

    /// <summary>Whatever is found wrong after a step, and what would be once every timer that is due has gone off.</summary>
    public IReadOnlyList<string> Faults()
    {
        var settled = this;
        if (_followed < _journal.Count || _timers.Concat(_inHand).Any(t => t.At <= Now))
        {
            settled = new EscalationWorld(this);
            settled.Settle();
        }

        return [.. settled.Model.Faults, .. settled.Model.Overdue(Now), .. settled.Model.Contradictions(settled.Klo)];
    }

    public void Do(Step step) => step.Take(this);

    public void Wait(TimeSpan time) => Now += time;

    public void Act(PersonId by, Outcome outcome) => Append(by, outcome.Events);

    public void Staff(FunctionKey function, PersonId person, PersonId by)
    {
        var outcome = new StaffFunction(person).Decide(Klo, function, known: true);
        var letIn = _broken == Broken.SecondHolderIsLetIn && outcome.Refusal?.Code == KloRefusals.AlreadyStaffed.Code;
        Act(by, letIn ? Outcome.Happened(new FunctionStaffed(function, person, Mandate.Appointed)) : outcome);
    }

    public void TakeOver(PersonId by)
    {
        var outcome = CrisisCommand.Klo.Staffing.TakeOver.Decide(Klo, FunctionKey.CrisisLeader, by);
        var letIn = _broken == Broken.DeputyNeedsNoSilence && outcome.Refusal?.Code == KloRefusals.HolderNotSilent.Code;
        Act(by, letIn ? Outcome.Happened(new FunctionTakenOver(FunctionKey.CrisisLeader, Klo.Leader!.Value, by, Mandate.Deputy)) : outcome);
    }

    /// <summary>The subscription moves on: the timers are kept with its progress, in one transaction.</summary>
    public void Follow()
    {
        for (; _followed < _journal.Count; _followed++)
        {
            var (at, because, happened) = _journal[_followed];
            if (SummonsClock.TimerOf(World.CrisisId, because, at, happened, Times) is { } timer)
            {
                _timers.Add(timer);
            }
        }
    }

    /// <summary>The subscription follows once more what it has followed already, as after a rebuild: every timer there ever was is set again.</summary>
    public void FollowAgain() => _followed = 0;

    /// <summary>A node takes a timer that is due, by its place among them: they do not go off in order.</summary>
    public void Claim(int pick)
    {
        var due = _timers.Where(t => t.At <= Now).ToList();
        if (due.Count > 0)
        {
            var timer = due[pick % due.Count];
            _timers.Remove(timer);
            _inHand.Add(timer);
        }
    }

    /// <summary>What nodes have in hand goes off; <paramref name="kept"/>: the nodes die before the queue hears that it is done.</summary>
    public void GoOff(bool kept)
    {
        foreach (var timer in _inHand)
        {
            GoOff(timer);
        }

        _timers.AddRange(kept ? _inHand : []);
        _inHand = [];
    }

    /// <summary>Every node dies. What they had in hand is in the database and comes again.</summary>
    public void Crash()
    {
        _timers.AddRange(_inHand);
        _inHand = [];
        if (_broken == Broken.TimersDieWithTheNode)
        {
            _timers = [];
        }
    }

    /// <summary>Before its time a timer does nothing; the handler sets it once more.</summary>
    public void GoOffEarly(int pick)
    {
        var early = _timers.Where(t => t.At > Now).ToList();
        if (early.Count > 0)
        {
            early[pick % early.Count].Decide(Klo, Now, Times).ShouldBeNothing();
        }
    }

    /// <summary>The nodes catch up: everything is followed, and whatever is due goes off.</summary>
    public void Settle()
    {
        _timers.AddRange(_inHand);
        _inHand = [];
        while (_followed < _journal.Count || _timers.Any(t => t.At <= Now))
        {
            Follow();
            var due = _timers.Where(t => t.At <= Now).ToList();
            _timers.RemoveAll(due.Contains);
            due.ForEach(GoOff);
        }
    }

    private void GoOff(IKloTimer timer)
    {
        var outcome = timer.Decide(Klo, Now, Times);
        Act(PersonId.System, outcome);
        if (_broken == Broken.AnySilenceCountsTwice && timer is SummonsDue due && outcome == Outcome.Nothing)
        {
            Act(PersonId.System, Outcome.Happened(new SummonsUnanswered(due.Function, due.Person)));
        }

        // The same once more, as after a crash, changes nothing.
        if (_broken == Broken.Nothing)
        {
            timer.Decide(Klo, Now, Times).ShouldBeNothing();
        }
    }

    private void Append(PersonId by, IReadOnlyList<IDomainEvent> events)
    {
        var facts = events.Where(e => !IsLost(e, events)).Select(e => new Fact(e, _ids + 1, Story.Id(++_ids), Now, by)).ToList();
        foreach (var fact in facts)
        {
            Klo = Klo.After(fact);
            _journal.Add((Now, fact.EventId, fact.Event));
            Seen.Add(fact.Event.GetType());
        }

        if (facts.Count > 0)
        {
            Model.Commit(facts);
        }
    }

    private bool IsLost(IDomainEvent happened, IReadOnlyList<IDomainEvent> among) =>
        (_broken == Broken.NextIsNotSummoned && happened is FunctionSummoned && among.Count == 2 && among[0] is not KloConvened)
        || (_broken == Broken.VacancyIsNotMarked && happened is FunctionLeftVacant);
}
