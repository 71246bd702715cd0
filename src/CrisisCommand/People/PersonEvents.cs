using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.People;

/// <summary>A way to reach a person when nobody looks at a screen.</summary>
public enum Channel
{
    Sms,
    Voice,
    Email,
}

/// <summary>A person is known to the organisation.</summary>
/// <param name="Phone">The number that calls go to first, E.164.</param>
[StoredAs("person_registered", StreamKinds.Person)]
public sealed record PersonRegistered(
    PersonId Person,
    CommittedText Name,
    CommittedText? Title,
    CommittedText? Phone,
    CommittedText? Email,
    ImmutableArray<CommittedText>? OtherPhones = null
) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => new[] { Name, Title, Phone, Email }.OfType<CommittedText>().Concat(OtherPhones ?? []);

    public string InWords(Words words) => words.Say(this, words.Text(Name), Person);
}

/// <summary>
/// A machine is known to the organisation, such as the one that raises TiB's alarms. It stands in the stream that a person of its id would
/// have, so that an id is one or the other and never both.
/// </summary>
/// <param name="Phone">Of those who keep it, E.164.</param>
[StoredAs("machine_registered", StreamKinds.Person)]
public sealed record MachineRegistered(PersonId Machine, CommittedText Name, CommittedText? Phone) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => new[] { Name, Phone }.OfType<CommittedText>();

    public string InWords(Words words) => words.Say(this, words.Text(Name), Machine);
}

/// <param name="Address">Number or address; null: the person's first number, or the e-mail address, as registered at the time of use.</param>
public sealed record ReachableBy(Channel Channel, CommittedText? Address = null);

/// <summary>In which order a person is reached by which channels; none at all is an answer too.</summary>
[StoredAs("reachability_given", StreamKinds.Person)]
public sealed record ReachabilityGiven(PersonId Person, ImmutableArray<ReachableBy> Channels) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Channels.Select(c => c.Address).OfType<CommittedText>();

    public string InWords(Words words) =>
        Channels.IsEmpty
            ? words.SayVariant(this, "none", Person)
            : words.SayVariant(this, "some", Person, string.Join(", ", Channels.Select(c => words.Of(c.Channel))));
}
