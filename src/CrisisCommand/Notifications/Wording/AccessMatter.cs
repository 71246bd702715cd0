using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.Notifications.Wording;

/// <summary>What was given or taken, and by whom; no reasons, numbers or addresses, which are not for a message.</summary>
public static class AccessMatter
{
    /// <param name="declared">The fact that the crisis was declared, where it is a right in one.</param>
    public static Matter In(NoticePurpose purpose, IReadOnlyList<Fact> facts, IReadOnlyList<Fact> declared, Words words)
    {
        var key = purpose == NoticePurpose.Reach ? "reach" : "access";
        var what = string.Join(' ', facts.Select(f => Of(f.Event, words)));
        // The crisis by when it was declared: whoever is let in may have no right to its title.
        var told = declared is [{ } first] ? words.Say("notifications.in-crisis", words.Time(first.RecordedAt), what) : what;
        var by = string.Join(", ", facts.Select(f => words.Person(f.By)));
        return new(
            new($"notifications.{key}.subject"),
            [
                new($"notifications.{key}.core", new Piece(Piece.OneLine(told), Rank: 4, Floor: 40)),
                new($"notifications.{key}.by", new Piece(Piece.OneLine(by), Rank: 3, Floor: 12)),
            ],
            new($"notifications.{key}.do")
        );
    }

    private static string Of(IDomainEvent happened, Words words) =>
        happened switch
        {
            AccessClosed e => words.Say("notifications.closed", words.Person(e.Person)),
            AccessReopened e => words.Say("notifications.reopened", words.Person(e.Person)),
            PersonRegistered e => words.Say("notifications.moved", words.Person(e.Person)),
            DecisionsDelegated e => words.Say("notifications.delegated", words.Function(e.Function)),
            ReachabilityGiven e => words.Say("notifications.moved", words.Person(e.Person)),
            var other => other.InWords(words),
        };
}
