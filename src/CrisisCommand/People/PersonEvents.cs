using CrisisCommand.Platform;

namespace CrisisCommand.People;

/// <summary>A person, or a machine, is known to the organisation.</summary>
public sealed record PersonRegistered(PersonId Person, CommittedText Name, CommittedText? Title, CommittedText? Phone, CommittedText? Email)
    : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => new[] { Name, Title, Phone, Email }.OfType<CommittedText>();

    public string InWords(Words words) => words.Say(this, words.Text(Name), Person);
}
