using System.Collections.Immutable;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Manual;

/// <summary>How soon a step is due, counted from when the function begins to work.</summary>
public enum Horizon
{
    Immediately,
    WithinHalfAnHour,
    WithinAnHour,
    FirstDay,
}

/// <summary>One thing to do, in one or two sentences.</summary>
public sealed record CardStep(StepKey Key, Horizon Horizon, string Text);

/// <summary>What one function does by a card, in the order of the horizons.</summary>
public sealed record CardSection(FunctionKey Function, ImmutableArray<CardStep> Steps);

/// <summary>An action card: what each function does in a kind of incident.</summary>
/// <param name="Number">How people name it, also on paper; the order of the cards.</param>
/// <param name="Kinds">Empty: every kind.</param>
/// <param name="Revised">When its content was last gone through.</param>
/// <param name="Note">What that revision was about.</param>
/// <param name="Intro">What to bear in mind throughout, a paragraph each.</param>
public sealed record ManualCard(
    CardKey Key,
    int Number,
    string Title,
    ImmutableArray<IncidentKind> Kinds,
    DateOnly Revised,
    string? Note,
    ImmutableArray<string> Intro,
    ImmutableArray<CardSection> Sections
)
{
    /// <summary>Whether the card is worked in a crisis of that kind.</summary>
    public bool IsFor(IncidentKind kind) => Kinds.IsEmpty || Kinds.Contains(kind);

    public bool Has(StepKey step) => Sections.Any(section => section.Steps.Any(s => s.Key == step));
}
