using CrisisCommand.Platform;

namespace CrisisCommand.Manual;

/// <summary>A step of an action card is done.</summary>
public sealed record CardStepDone(CardKey Card, StepKey Step) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, Card, Step);
}

/// <summary>A step is passed over, for a reason.</summary>
public sealed record CardStepSkipped(CardKey Card, StepKey Step, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Card, Step, words.Text(Why));
}

/// <summary>A step that was done or skipped is to be done after all: somebody mistook it, or it must be done again.</summary>
public sealed record CardStepReopened(CardKey Card, StepKey Step, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Card, Step, words.Text(Why));
}
