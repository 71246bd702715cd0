using System.Collections.Immutable;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.People;

/// <summary>A person becomes known, or is registered anew with other particulars: the last registration is what counts.</summary>
/// <param name="Phones">The one to call first first; without a country they are Swedish.</param>
public sealed record RegisterPerson(
    CommittedText Name,
    CommittedText? Title = null,
    ImmutableArray<CommittedText>? Phones = null,
    CommittedText? Email = null
)
{
    /// <param name="known">Whatever is known under that id already.</param>
    public Outcome Decide(PersonId person, Person known)
    {
        if (known.IsMachine)
        {
            return PeopleRefusals.IsMachine.With(person.Value);
        }

        var numbers = (Phones ?? []).Select(p => Addresses.Normal(Channel.Voice, p)).ToList();
        if (numbers.IndexOf(null) is var at and >= 0)
        {
            return (PeopleRefusals.PhoneInvalid with { Pointer = $"#/phones/{at}" }).With(Phones!.Value[at].Words ?? "");
        }

        var email = Email is { } given ? Addresses.Normal(Channel.Email, given) : null;
        if (Email is not null && email is null)
        {
            return (PeopleRefusals.EmailInvalid with { Pointer = "#/email" }).With(Email.Value.Words ?? "");
        }

        var phones = numbers.OfType<CommittedText>().DistinctBy(n => n.Words).ToList();
        return Outcome.Happened(
            new PersonRegistered(
                person,
                Name,
                Title,
                phones.Count > 0 ? phones[0] : null,
                email,
                phones.Count > 1 ? [.. phones.Skip(1)] : null
            )
        );
    }
}

public static class RegisterPersonEndpoint
{
    public static void MapRegisterPerson(this IEndpointRouteBuilder api) =>
        api.MapPut("/persons/{person}", Put).Command("RegisterPerson", "People", PeopleCapabilities.RegisterPerson);

    private static Task<IResult> Put(Command<RegisterPerson> command, PersonId person, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Context,
            new Target(StreamKinds.Person, Person.StreamOf(person), MayBeNew: true),
            (s, _) => command.Content.Decide(person, s.State<Person>()),
            [],
            token: token
        );
}
