using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Decisions;

/// <summary>A decision as its readers get it.</summary>
/// <param name="Capacity">By which of their rights it was taken.</param>
/// <param name="LateReason">Why it was written down so long after it was taken.</param>
/// <param name="Revises">The number of the decision that this one replaced.</param>
/// <param name="RevisedBy">The number of the decision that replaced this one.</param>
public sealed record DecisionShown(
    int Number,
    Guid EventId,
    string Decision,
    string Motive,
    string? Alternatives,
    IReadOnlyList<Guid> Basis,
    PersonId By,
    FunctionKey? Function,
    Mandate? Mandate,
    Capacity? Capacity,
    FunctionKey? Executor,
    DateTimeOffset? DueAt,
    DateTimeOffset DecidedAt,
    DateTimeOffset RecordedAt,
    string? LateReason,
    DecisionStatus Status,
    int? Revises,
    int? RevisedBy,
    BoardSeen? Receipt,
    IReadOnlyList<DecisionStep> History
);

/// <summary>One fact in a decision's history.</summary>
/// <param name="Kind">Where the decision stood after it.</param>
/// <param name="Words">The fact as a sentence in the reader's language.</param>
public sealed record DecisionStep(
    DecisionStatus Kind,
    DateTimeOffset At,
    PersonId By,
    string Words,
    string? Text,
    string? Why,
    Guid EventId
);

/// <summary>Folds the decisions of a crisis from its journal and puts them into a reader's words.</summary>
public sealed class DecisionReading(Journals journals, Speaker speaker)
{
    /// <summary>The decisions at the crisis's head; null where there is no such crisis.</summary>
    public async Task<(DecisionHistory History, long Version)?> Load(Realm realm, Guid crisis, CancellationToken token)
    {
        if (await journals.Load(realm, StreamKinds.Crisis, crisis, token) is not { } head)
        {
            return null;
        }

        var facts = await journals.Facts(realm, crisis, 1, head.Version, token);
        return (Fold.Of<DecisionHistory>(facts), head.Version);
    }

    public Task<IReadOnlyList<DecisionShown>> Answer(HttpContext http, IReadOnlyList<DecisionRecord> decisions, CancellationToken token) =>
        speaker.Say<IReadOnlyList<DecisionShown>>(Reader.Of(http), words => [.. decisions.Select(d => AnswerOf(d, words))], token);

    private static DecisionShown AnswerOf(DecisionRecord decision, Words words)
    {
        var (taken, recorded) = (decision.Taken, decision.Recorded);
        return new(
            taken.Number,
            recorded.EventId,
            words.Text(taken.Decision),
            words.Text(taken.Motive),
            Text(taken.Alternatives, words),
            taken.Basis,
            recorded.By,
            taken.Function,
            taken.Mandate,
            decision.Capacity,
            taken.Executor,
            taken.DueAt,
            taken.DecidedAt,
            recorded.RecordedAt,
            Text(taken.LateReason, words),
            decision.Status,
            decision.Revises,
            decision.RevisedBy,
            taken.Receipt,
            [.. decision.Since.Prepend(recorded).Select(f => StepOf(f, words))]
        );
    }

    private static DecisionStep StepOf(Fact fact, Words words)
    {
        var (kind, text, why) = fact.Event switch
        {
            DecisionExecuted executed => (DecisionStatus.Executed, executed.Text, null),
            DecisionRevised revised => (DecisionStatus.Revised, null, revised.Why),
            DecisionWithdrawn withdrawn => (DecisionStatus.Withdrawn, null, withdrawn.Why),
            _ => (DecisionStatus.Taken, (CommittedText?)null, (CommittedText?)null),
        };
        return new(kind, fact.RecordedAt, fact.By, fact.Event.InWords(words), Text(text, words), Text(why, words), fact.EventId);
    }

    private static string? Text(CommittedText? text, Words words) => text is null ? null : words.Text(text);
}
