using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>Somebody has signed in with a browser.</summary>
/// <param name="Session">Digest of what the browser's cookie holds; nobody makes a cookie of it.</param>
/// <param name="Until">When the session ends whatever happens.</param>
[StoredAs("signed_in", StreamKinds.SignIns)]
public sealed record SignedIn(PersonId Person, Sha256 Session, DateTimeOffset Until) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person), words.Time(Until));
}

[StoredAs("signed_out", StreamKinds.SignIns)]
public sealed record SignedOut(PersonId Person, Sha256 Session) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person));
}

/// <summary>Every session of the person is over: they said so, operations did, or their access was closed.</summary>
[StoredAs("signed_out_everywhere", StreamKinds.SignIns)]
public sealed record SignedOutEverywhere(PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person));
}

/// <summary>The keys that seal cookies, links and receipts are made anew: what was sealed before opens nothing any more.</summary>
[StoredAs("keys_rotated", StreamKinds.Keys)]
public sealed record KeysRotated(CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, words.Text(Why));
}
