using System.Collections.Immutable;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.People;

/// <summary>It is said by which channels a person is reached, and in which order.</summary>
public sealed record GiveReachability(ImmutableArray<ReachableBy> Channels)
{
    public Outcome Decide(Person person) => person.IsMachine ? PeopleRefusals.IsMachine.With(person.Key.Value) : OfPerson(person);

    private Outcome OfPerson(Person person)
    {
        var channels = ImmutableArray.CreateBuilder<ReachableBy>();
        foreach (var (given, at) in Channels.Select((c, i) => (c, $"#/channels/{i}")))
        {
            var address = given.Address is { } written ? Addresses.Normal(given.Channel, written) : null;
            if (given.Address is not null && address is null)
            {
                var invalid = given.Channel == Channel.Email ? PeopleRefusals.EmailInvalid : PeopleRefusals.PhoneInvalid;
                return (invalid with { Pointer = at + "/address" }).With(given.Address.Value.Words ?? "");
            }

            if ((address ?? person.Registered(given.Channel)) is null)
            {
                return PeopleRefusals.NoAddress with { Pointer = at };
            }

            if (channels.Contains(new(given.Channel, address)))
            {
                return PeopleRefusals.ChannelTwice with { Pointer = at };
            }

            channels.Add(new(given.Channel, address));
        }

        return person.Order is { } order && order.SequenceEqual(channels)
            ? Outcome.Nothing
            : Outcome.Happened(new ReachabilityGiven(person.Key, channels.ToImmutable()));
    }
}

public static class GiveReachabilityEndpoint
{
    public static void MapGiveReachability(this IEndpointRouteBuilder api) =>
        api.MapPut("/persons/{person}/reachability", Put).Command("GiveReachability", "People", PeopleCapabilities.RegisterPerson);

    private static Task<IResult> Put(Command<GiveReachability> command, PersonId person, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Context,
            StreamKinds.Person,
            Person.StreamOf(person),
            s => command.Content.Decide(s.State<Person>()),
            token: token
        );
}
