using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Manual;

/// <summary>A step of an action card is done.</summary>
[StoredAs("card_step_done", StreamKinds.Crisis)]
public sealed record CardStepDone(CardKey Card, StepKey Step) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, Card, Step);
}

/// <summary>A step is passed over, for a reason.</summary>
[StoredAs("card_step_skipped", StreamKinds.Crisis)]
public sealed record CardStepSkipped(CardKey Card, StepKey Step, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Card, Step, words.Text(Why));
}

/// <summary>A step that was done or skipped is to be done after all: somebody mistook it, or it must be done again.</summary>
[StoredAs("card_step_reopened", StreamKinds.Crisis)]
public sealed record CardStepReopened(CardKey Card, StepKey Step, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Card, Step, words.Text(Why));
}
