using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Properties;

/// <summary>What one number stands for: what happens, to which function, by whom.</summary>
internal readonly record struct Roll(int Dice)
{
    public static readonly PersonId[] Persons = [Vd, new("vd-1"), new("ada"), new("bo"), new("jour")];

    public static readonly FunctionKey[] Functions =
    [
        FunctionKey.CrisisLeader,
        new("situation"),
        new("property-operations"),
        new("business-support"),
        new("supply"),
    ];

    private int Number => Math.Abs(Dice % 10_000);

    public int Kind => Number % 10;

    public PersonId Person => Persons[Number / 10 % 5];

    public FunctionKey Function => Functions[Number / 50 % 5];

    public Mandate Mandate => (Mandate)(Number / 250 % 3);

    public bool Even => Number / 750 % 2 == 0;

    /// <summary>Mostly nobody names one.</summary>
    public FunctionKey? Named => Number / 250 % 4 == 0 ? Function : null;
}

/// <summary>Who holds what, told by what is done, with tables of its own.</summary>
internal sealed class CapacityModel
{
    private readonly Dictionary<FunctionKey, (PersonId Person, Mandate Mandate, Guid By)> _held = [];
    private readonly Dictionary<FunctionKey, (PersonId Person, Guid By)> _ordinary = [];
    private readonly Dictionary<FunctionKey, Guid> _delegated = [];
    private List<FunctionKey> _plan = [];
    private Guid _convened;
    private bool _atWar;

    /// <summary>What happens by that roll, recorded in our tables; null where it is a decision.</summary>
    public IDomainEvent? Next(Roll roll, int version)
    {
        var (function, person, id) = (roll.Function, roll.Person, Id(version));
        if (_plan.Count == 0)
        {
            return Convened(id);
        }

        switch (roll.Kind)
        {
            case 0 or 1 when _plan.Contains(function):
                _held[function] = (person, roll.Mandate, id);
                return new FunctionStaffed(function, person, roll.Mandate);
            case 2 when _held.TryGetValue(function, out var from):
                _held[function] = (person, roll.Mandate, id);
                return roll.Even
                    ? new HandoverAccepted(function, from.Person, person, roll.Mandate)
                    : new FunctionTakenOver(function, from.Person, person, roll.Mandate);
            case 3 or 4 when _plan.Contains(function) && function != FunctionKey.CrisisLeader:
                _delegated.Remove(function);
                if (roll.Even)
                {
                    _delegated[function] = id;
                }

                return new DecisionsDelegated(function, Text("Upp till en miljon"), roll.Even ? null : Noon);
            case 5 when _delegated.Remove(function):
                return new DelegationEnded(function);
            case 6 when roll.Even:
                return Reorganised(id);
            default:
                return null;
        }
    }

    public Capacity? Expected(PersonId person, FunctionKey? named)
    {
        var rights = new List<Capacity>();
        if (
            _held.TryGetValue(FunctionKey.CrisisLeader, out var leader)
                ? leader.Person == person
                : Ordinary(FunctionKey.CrisisLeader, person)
        )
        {
            rights.Add(Acting(FunctionKey.CrisisLeader));
        }
        else if (!_held.ContainsKey(FunctionKey.CrisisLeader) && person == Vd)
        {
            rights.Add(new(null, ActingMandate.Convener, _convened));
        }

        rights.AddRange(
            _plan
                .Where(f => _delegated.ContainsKey(f) && (_held.TryGetValue(f, out var h) ? h.Person == person : Ordinary(f, person)))
                .Select(f => new Capacity(f, ActingMandate.Delegated, _delegated[f]))
        );
        return rights.Find(r => named is null || r.Function == named);
    }

    private bool Ordinary(FunctionKey function, PersonId person) =>
        _ordinary.TryGetValue(function, out var ordinary) && ordinary.Person == person;

    private Capacity Acting(FunctionKey function) =>
        _held.TryGetValue(function, out var held)
            ? new(function, held.Mandate == Mandate.Deputy ? ActingMandate.Deputy : ActingMandate.Appointed, held.By)
            : new(function, ActingMandate.ActingOrdinary, _ordinary[function].By);

    private KloConvened Convened(Guid id)
    {
        _convened = id;
        _plan = [.. Roll.Functions.Take(4)];
        // The CEO convenes; the leader by plan is another, and one person is the ordinary holder of two functions.
        PersonId[] holders = [new("vd-1"), new("ada"), new("bo"), new("bo")];
        foreach (var (function, i) in _plan.Select((f, i) => (f, i)))
        {
            _ordinary[function] = (holders[i], id);
        }

        return new(PlanName.Normal, 1, [.. _plan.Select(f => new CallOrder(f, [_ordinary[f].Person]))]);
    }

    /// <summary>To another plan and back: property operations goes on as supply, business support ends and begins anew.</summary>
    private KloReorganised Reorganised(Guid id)
    {
        var (operations, supply, business) = (Roll.Functions[2], Roll.Functions[4], Roll.Functions[3]);
        var (from, to) = _atWar ? (supply, operations) : (operations, supply);
        _atWar = !_atWar;
        _plan = [.. Roll.Functions.Take(2), to, business];
        foreach (var ended in new[] { business })
        {
            _held.Remove(ended);
            _delegated.Remove(ended);
        }

        if (_held.Remove(from, out var held))
        {
            _held[to] = held;
        }

        if (_delegated.Remove(from, out var delegated))
        {
            _delegated[to] = delegated;
        }

        _ordinary.Clear();
        foreach (var (function, i) in _plan.Select((f, i) => (f, i)))
        {
            _ordinary[function] = (Roll.Persons[i + 1], id);
        }

        return new(
            new("wartime"),
            1,
            [.. _plan.Select(f => new CallOrder(f, [_ordinary[f].Person]))],
            [.. Roll.Functions.Take(2).Select(f => new FunctionMoved(f, f)), new(from, to)],
            Text("Kriget")
        );
    }
}
