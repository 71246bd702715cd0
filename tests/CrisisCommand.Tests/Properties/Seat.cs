using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Properties;

/// <summary>What of somebody who was summoned is awaited.</summary>
internal enum Waits
{
    ForAnswer,
    ForArrival,
    NoMore,
}

internal sealed record Asked(PersonId Person, Waits Waits, DateTimeOffset Until);

/// <summary>One function as the model sees it: who holds it, and whom the present search has asked.</summary>
internal sealed class Seat(FunctionKey function, IReadOnlyList<PersonId> order)
{
    public FunctionKey Function => function;
    public IReadOnlyList<PersonId> Order => order;
    public PersonId? Holder;
    public bool Silent;
    public bool Vacant;
    public DateTimeOffset? CalledUntil;
    public List<Asked> Asked = [];

    /// <summary>Whom the present search has asked, each person once.</summary>
    public IEnumerable<PersonId> Tried => Asked.Skip(Begin).Select(a => a.Person);
    public int Begin;

    public IEnumerable<Asked> Awaited => Asked.Skip(Begin).Where(a => a.Waits != Waits.NoMore);

    public bool IsExhausted => order.All(p => p == Holder || Tried.Contains(p));

    public Seat Copy() =>
        new(function, order)
        {
            Holder = Holder,
            Silent = Silent,
            Vacant = Vacant,
            CalledUntil = CalledUntil,
            Asked = [.. Asked],
            Begin = Begin,
        };
}
