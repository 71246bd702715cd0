using System.Collections.Immutable;
using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Manual;

public enum StepStatus
{
    Open,
    Done,
    Skipped,
}

/// <summary>What was last said of a step, by whom and when.</summary>
/// <param name="Function">The function that the person held at that moment.</param>
/// <param name="Why">Why it was skipped, or opened again.</param>
public sealed record StepWork(StepStatus Status, PersonId By, FunctionKey? Function, DateTimeOffset At, CommittedText? Why);

/// <summary>How far a crisis has come with its action cards, and which edition of the manual they are from.</summary>
public sealed record CardWork : IState<CardWork>
{
    public static CardWork Initial { get; } = new();

    public IncidentKind Kind { get; init; }

    /// <summary>Null where the crisis was declared before there were editions.</summary>
    public ManualVersion? Manual { get; init; }

    public CommittedText? Title { get; init; }
    public bool IsStoodDown { get; init; }

    /// <summary>The steps of which something was said.</summary>
    public ImmutableDictionary<(CardKey Card, StepKey Step), StepWork> Steps { get; init; } =
        ImmutableDictionary<(CardKey Card, StepKey Step), StepWork>.Empty;

    /// <summary>Null for a step of which nothing was said.</summary>
    public StepWork? Of(CardKey card, StepKey step) => Steps.GetValueOrDefault((card, step));

    public StepStatus StatusOf(CardKey card, StepKey step) => Of(card, step)?.Status ?? StepStatus.Open;

    /// <summary>Why a step cannot be worked in this crisis; null where it can.</summary>
    public Refusal? Refuse(ManualEdition edition, CardKey card, StepKey step) =>
        IsStoodDown ? ManualRefusals.StoodDown
        : edition.Card(card) is not { } found ? ManualRefusals.UnknownCard.With(card.Value)
        : !found.IsFor(Kind) ? ManualRefusals.OtherKind.With(card.Value, Kind.Value)
        : !found.Has(step) ? ManualRefusals.UnknownStep.With(step.Value, card.Value)
        : null;

    public CardWork After(Fact fact) =>
        fact.Event switch
        {
            CrisisDeclared declared => this with { Kind = declared.Kind, Manual = declared.Manual, Title = declared.Title },
            CardStepDone done => With(done.Card, done.Step, StepStatus.Done, fact, null),
            CardStepSkipped skipped => With(skipped.Card, skipped.Step, StepStatus.Skipped, fact, skipped.Why),
            CardStepReopened reopened => With(reopened.Card, reopened.Step, StepStatus.Open, fact, reopened.Why),
            KloStoodDown => this with { IsStoodDown = true },
            _ => this,
        };

    private CardWork With(CardKey card, StepKey step, StepStatus status, Fact fact, CommittedText? why) =>
        this with
        {
            Steps = Steps.SetItem((card, step), new(status, fact.By, fact.Function, fact.RecordedAt, why)),
        };
}
