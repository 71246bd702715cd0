using System.Collections.Immutable;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.People;

/// <summary>A channel with the number or address that it goes to.</summary>
public readonly record struct ReachedAt(Channel Channel, CommittedText Address);

/// <summary>A person as last registered, and how they are reached; or a machine, which is nobody to call, to plan with or to send anything.</summary>
public sealed record Person : IView<Person>
{
    public static Person Initial { get; } = new();

    public Guid Id { get; init; }
    public PersonId Key { get; init; }
    public bool IsMachine { get; init; }
    public CommittedText? Name { get; init; }
    public CommittedText? Title { get; init; }
    public CommittedText? Phone { get; init; }
    public ImmutableArray<CommittedText> OtherPhones { get; init; } = [];
    public CommittedText? Email { get; init; }

    /// <summary>The order that was given; null while nobody gave one.</summary>
    public ImmutableArray<ReachableBy>? Order { get; init; }

    /// <summary>Every number, the one to call first first.</summary>
    public IEnumerable<CommittedText> Phones => new[] { Phone }.OfType<CommittedText>().Concat(OtherPhones);

    /// <summary>How the person is reached, in order. Where nobody gave an order: a message, then a call, then e-mail.</summary>
    public IEnumerable<ReachedAt> Channels =>
        (Order ?? [new(Channel.Sms), new(Channel.Voice), new(Channel.Email)])
            .Select(c => (c.Channel, Address: c.Address ?? Registered(c.Channel)))
            .Where(c => c.Address is not null)
            .Select(c => new ReachedAt(c.Channel, c.Address!.Value));

    /// <summary>Everything that was written about the person, to be opened together.</summary>
    public IEnumerable<CommittedText> Texts =>
        new[] { Name, Title, Email }.OfType<CommittedText>().Concat(Phones).Concat(Channels.Select(c => c.Address));

    public static Guid StreamOf(PersonId person) => Ids.Named($"person/{person}");

    public static Person Begin(Guid id) => new() { Id = id };

    public Person After(Fact fact) =>
        fact.Event switch
        {
            PersonRegistered registered => this with
            {
                Key = registered.Person,
                Name = registered.Name,
                Title = registered.Title,
                Phone = registered.Phone,
                OtherPhones = registered.OtherPhones ?? [],
                Email = registered.Email,
            },
            MachineRegistered registered => Begin(Id) with
            {
                Key = registered.Machine,
                IsMachine = true,
                Name = registered.Name,
                Phone = registered.Phone,
                Order = [],
            },
            ReachabilityGiven given => this with { Order = given.Channels },
            _ => this,
        };

    /// <summary>What was registered for a channel whose address was not given with it.</summary>
    public CommittedText? Registered(Channel channel) => channel == Channel.Email ? Email : Phone;
}
