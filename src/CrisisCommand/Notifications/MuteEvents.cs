using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>A person wants to be told only what they have to know; no summons and no alarm is ever muted.</summary>
/// <param name="Until">Null: until they say otherwise.</param>
[StoredAs("tellings_muted", StreamKinds.Person)]
public sealed record TellingsMuted(PersonId Person, DateTimeOffset? Until) : IDomainEvent
{
    public string InWords(Words words) =>
        Until is { } until
            ? words.SayVariant(this, "until", words.Person(Person), words.Time(until))
            : words.SayVariant(this, "open", words.Person(Person));
}

/// <summary>A person wants to be told everything that concerns them again.</summary>
[StoredAs("tellings_unmuted", StreamKinds.Person)]
public sealed record TellingsUnmuted(PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person));
}
