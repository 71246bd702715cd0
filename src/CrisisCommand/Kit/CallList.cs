using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Kit;

/// <summary>A number as it is dialled by hand.</summary>
/// <param name="TextOnly">The person wants text messages there, and no calls.</param>
public sealed record NumberToCall(string Number, bool TextOnly);

/// <summary>Somebody to call, by which numbers first; none where nobody registered one.</summary>
public sealed record PersonToCall(PersonId Id, string Name, IReadOnlyList<NumberToCall> Numbers);

/// <param name="Order">The holder, then the deputies in order.</param>
public sealed record FunctionToCall(FunctionKey Key, string Name, IReadOnlyList<PersonToCall> Order);

/// <summary>Who is on duty in one layer when the kit is printed, and who comes after them.</summary>
/// <param name="Now">Empty where nobody is.</param>
public sealed record DutyToCall(
    string Layer,
    IReadOnlyList<PersonToCall> Now,
    DateTimeOffset? Until,
    IReadOnlyList<PersonToCall> Next,
    DateTimeOffset? From
)
{
    /// <summary>Whether somebody is meant to be on duty at that time.</summary>
    public bool Staffed { get; init; } = true;
}

/// <summary>Puts plans and rosters into names and numbers. Pure.</summary>
/// <param name="words">With the openings of the plan's and the persons' texts.</param>
public sealed class CallList(IEnumerable<Person> persons, Words words)
{
    private readonly Dictionary<PersonId, Person> _persons = persons.ToDictionary(p => p.Key);

    public FunctionToCall Of(PlannedFunction function) =>
        new(function.Key, words.Text(function.Name), [.. function.Deputies.Prepend(function.Holder).Select(Of)]);

    public DutyToCall Of(DutyRoster roster, DateTimeOffset at, bool staffed = true)
    {
        var (now, next) = (roster.OnDuty(at), roster.Next(at));
        return new(
            words.Name("layer", roster.Layer.Value),
            [.. now?.Persons.Select(Of) ?? []],
            now?.End,
            [.. next?.Persons.Select(Of) ?? []],
            next?.Start
        )
        {
            Staffed = staffed,
        };
    }

    /// <summary>Whoever a plan names and nobody registered is shown by id and without a number: that is seen, a blank is not.</summary>
    public PersonToCall Of(PersonId id) =>
        _persons.TryGetValue(id, out var person) ? new(id, words.Text(person.Name), NumbersOf(person)) : new(id, id.Value, []);

    /// <summary>
    /// In the person's own order of channels; then what else is registered, since on paper every number is a hope. Each once.
    /// </summary>
    private List<NumberToCall> NumbersOf(Person person)
    {
        var channels = person.Channels.Where(c => c.Channel != Channel.Email).ToLookup(c => words.Text(c.Address), c => c.Channel);
        return
        [
            .. channels
                .Select(c => c.Key)
                .Concat(person.Phones.Select(p => words.Text(p)))
                .Distinct()
                .Select(n => new NumberToCall(Addresses.Dialled(n), channels.Contains(n) && !channels[n].Contains(Channel.Voice))),
        ];
    }
}
