using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

// Each namespace below breaks one rule of House/Shapes.cs.
namespace CrisisCommand.Tests.Canaries.Open.Klo
{
    public record Happened : IDomainEvent
    {
        public string InWords(Words words) => words.Say(this);
    }
}

namespace CrisisCommand.Tests.Canaries.Twice.Klo
{
    public sealed record Opened : IDomainEvent
    {
        public string InWords(Words words) => words.Say(this);
    }
}

namespace CrisisCommand.Tests.Canaries.Twice.Crises
{
    public sealed record Opened : IDomainEvent
    {
        public string InWords(Words words) => words.Say(this);
    }
}

namespace CrisisCommand.Tests.Canaries.PlainText.Klo
{
    public sealed record Line(FunctionKey Key, string? Note);

    public sealed record Written(
        PersonId Key,
        CommittedText Committed,
        string Text,
        ImmutableArray<Line> Lines,
        ImmutableDictionary<string, int> ByName,
        string[] Names
    ) : IDomainEvent
    {
        public string InWords(Words words) => words.Say(this);
    }
}

namespace CrisisCommand.Tests.Canaries.Settable.Klo
{
    public sealed record Moved : IDomainEvent
    {
        public CommittedText Text { get; set; }

        public string InWords(Words words) => words.Say(this);
    }

    public sealed record Post
    {
        public PersonId? Holder { get; set; }
    }

    public sealed record Known : IState<Known>
    {
        public static Known Initial { get; } = new();

        public int Count;

        public ImmutableArray<Post> Posts { get; init; } = [];

        public Known After(Fact fact) => this with { Count = Count + 1 };
    }
}

namespace CrisisCommand.Tests.Canaries.Unworded.Klo
{
    public enum Rating
    {
        Splendid,
    }

    public sealed record Rated(Rating Rating) : IDomainEvent
    {
        public string InWords(Words words) => $"Bedömd {words.Of(Rating)}";
    }

    public sealed record Said(string Words) : IDomainEvent
    {
        public string InWords(Words words) => Words;
    }
}
