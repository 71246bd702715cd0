using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Properties;

/// <summary>
/// What must be true of the functions of a KLO, told from its facts alone and by other means than the product's fold: each commit is held
/// against what the commits before it allow, and every moment between two commits must be accounted for.
/// </summary>
internal sealed class EscalationModel
{
    private readonly Dictionary<FunctionKey, Seat> _seats = [];

    public List<string> Faults { get; private init; } = [];

    public EscalationModel Copy()
    {
        var copy = new EscalationModel { Faults = [.. Faults] };
        foreach (var (function, seat) in _seats)
        {
            copy._seats[function] = seat.Copy();
        }

        return copy;
    }

    /// <summary>The facts of one commit: between them no time passes, so only after the last everything has to be in order.</summary>
    public void Commit(IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            foreach (var seat in _seats.Values.Where(s => s.Holder == fact.By))
            {
                (seat.CalledUntil, seat.Silent) = (null, false);
            }

            Follow(fact);
        }

        foreach (var seat in _seats.Values)
        {
            var awaited = seat.Awaited.Any();
            Must(
                seat.Holder is not null || awaited || seat.Vacant,
                $"{seat.Function} has no holder, nobody is awaited, and it is not marked vacant"
            );
            Must(!seat.Vacant || (seat.Holder is null && !awaited), $"{seat.Function} is marked vacant while somebody holds it or comes");
            Must(!seat.Silent || awaited || seat.IsExhausted, $"{seat.Function}: its holder is silent and nobody is looked for");
        }
    }

    /// <summary>What must be true as well once every timer that is due has gone off.</summary>
    public IEnumerable<string> Overdue(DateTimeOffset now) =>
        _seats
            .Values.Where(s => s.Holder is null || s.Silent)
            .SelectMany(s => s.Awaited.Where(a => a.Until <= now), (s, a) => $"{s.Function} still waits for {a.Person} since {a.Until}")
            .Concat(_seats.Values.Where(s => s.CalledUntil <= now).Select(s => $"{s.Function}: the call of its holder has no end"));

    /// <summary>What the product's own fold says must be the same.</summary>
    public IEnumerable<string> Contradictions(KloActivation klo) =>
        from post in klo.Posts
        let seat = _seats[post.Function]
        where
            post.Holder != seat.Holder
            || (post.VacantSince is not null) != seat.Vacant
            || (post.HolderSilentSince is not null) != seat.Silent
            || (post.Call?.AnswerBy) != seat.CalledUntil
        select $"{post.Function} is folded as {post}";

    private void Follow(Fact fact)
    {
        switch (fact.Event)
        {
            case KloConvened convened:
                convened.Functions.ToList().ForEach(f => _seats[f.Function] = new(f.Function, [.. f.Persons]));
                break;
            case FunctionSummoned summoned:
                Summon(_seats[summoned.Function], summoned, fact);
                break;
            case SummonsAnswered answered:
                Answer(_seats[answered.Function], answered, fact.RecordedAt);
                break;
            case SummonsUnanswered silent:
                End(_seats[silent.Function], silent.Person, Waits.ForAnswer, fact);
                break;
            case ArrivalOverdue missed:
                End(_seats[missed.Function], missed.Person, Waits.ForArrival, fact);
                break;
            case FunctionLeftVacant vacant:
                var left = _seats[vacant.Function];
                Must(left.IsExhausted, $"{left.Function} is left vacant though somebody in the order was not asked");
                left.Vacant = true;
                break;
            default:
                Pass(fact);
                break;
        }
    }

    private void Pass(Fact fact)
    {
        switch (fact.Event)
        {
            case FunctionStaffed staffed:
                var seat = _seats[staffed.Function];
                Must(seat.Holder is null, $"{seat.Function} is taken by {staffed.Person} while {seat.Holder} holds it");
                Hold(seat, staffed.Person);
                break;
            case HandoverAccepted accepted:
                Must(_seats[accepted.Function].Holder == accepted.From, $"{accepted.Function} is handed over by {accepted.From}");
                Hold(_seats[accepted.Function], accepted.To);
                break;
            case HolderCalled called:
                Must(_seats[called.Function].Holder == called.Person, $"{called.Person} is called, who does not hold {called.Function}");
                _seats[called.Function].CalledUntil = called.AnswerBy;
                break;
            case HolderSilent silent:
                Silence(_seats[silent.Function], silent.Person, fact.RecordedAt);
                break;
            case FunctionTakenOver taken:
                var lost = _seats[taken.Function];
                Must(
                    taken.Function == FunctionKey.CrisisLeader && lost.Holder == taken.From && lost.Silent && lost.Tried.Contains(taken.To),
                    $"{taken.Function} is taken from {taken.From} by {taken.To}, who may not"
                );
                Hold(lost, taken.To);
                break;
            default:
                break;
        }
    }

    private void Summon(Seat seat, FunctionSummoned summoned, Fact fact)
    {
        Must(seat.Holder is null || seat.Silent, $"{summoned.Person} is summoned to {seat.Function}, which {seat.Holder} holds");
        Must(summoned.AnswerBy > fact.RecordedAt, $"{summoned.Person} is summoned with no time to answer");
        Must(!seat.Awaited.Any(a => a.Person == summoned.Person), $"{summoned.Person} is summoned twice to {seat.Function}");
        if (fact.By == PersonId.System)
        {
            // By the order, from behind the holder and round: whoever else stands before them was asked in this search.
            var begin = seat.Holder is { } holder ? seat.Order.ToList().IndexOf(holder) + 1 : 0;
            var turn = seat.Order.Skip(begin).Concat(seat.Order.Take(begin)).Where(p => p != seat.Holder && !seat.Tried.Contains(p));
            Must(turn.FirstOrDefault() == summoned.Person, $"{summoned.Person} is summoned to {seat.Function} out of turn");
        }

        // A person asked anew is not awaited because of an earlier time.
        seat.Asked = [.. seat.Asked.Select(a => a.Person == summoned.Person ? a with { Waits = Waits.NoMore } : a)];
        seat.Asked.Add(new(summoned.Person, Waits.ForAnswer, summoned.AnswerBy));
        seat.Vacant = false;
    }

    private static void Answer(Seat seat, SummonsAnswered answered, DateTimeOffset at)
    {
        var comes = answered.Answer == SummonsAnswer.Coming && seat.Holder != answered.Person;
        var until =
            answered.Eta is not { } eta ? at.AddHours(1)
            : eta > at.AddDays(1) ? at.AddDays(1)
            : eta.AddMinutes(10);
        var mine = seat.Asked.FindLastIndex(a => a.Person == answered.Person);
        seat.Asked[mine] = seat.Asked[mine] with { Waits = comes ? Waits.ForArrival : Waits.NoMore, Until = until };
        seat.Vacant &= !comes;
    }

    private void End(Seat seat, PersonId person, Waits waited, Fact fact)
    {
        var mine = seat.Asked.FindLastIndex(a => a.Person == person);
        Must(
            mine >= 0 && seat.Asked[mine].Waits == waited && seat.Asked[mine].Until <= fact.RecordedAt,
            $"{person} is found missing in {seat.Function} for no reason, or twice, or too early"
        );
        seat.Asked[Math.Max(mine, 0)] = new(person, Waits.NoMore, fact.RecordedAt);
    }

    private void Silence(Seat seat, PersonId person, DateTimeOffset at)
    {
        Must(seat.Holder == person && seat.CalledUntil <= at, $"{person} is found silent in {seat.Function} for no reason, or too early");
        (seat.Silent, seat.CalledUntil, seat.Begin) = (true, null, seat.Asked.Count);
    }

    private static void Hold(Seat seat, PersonId person)
    {
        (seat.Holder, seat.Silent, seat.Vacant, seat.CalledUntil) = (person, false, false, null);
        var mine = seat.Asked.FindLastIndex(a => a.Person == person);
        if (mine >= 0)
        {
            seat.Asked[mine] = seat.Asked[mine] with { Waits = Waits.NoMore };
        }
    }

    private void Must(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            Faults.Add(otherwise);
        }
    }
}
