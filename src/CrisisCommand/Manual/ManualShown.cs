using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Manual;

/// <summary>The manual in force.</summary>
/// <param name="Revised">When it was last gone through: the latest date of its cards.</param>
public sealed record ManualShown(ManualVersion Version, DateOnly Revised, IReadOnlyList<CardShown> Cards)
{
    internal static ManualShown Of(ManualEdition edition, Words words) =>
        new(edition.Version, edition.Revised(), [.. edition.Cards.Select(c => CardShown.Of(c, words))]);
}

/// <summary>The cards of a crisis, from the edition that it pins, with what was done by them.</summary>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record CrisisManualShown(
    Guid CrisisId,
    IncidentKind Kind,
    ManualVersion Version,
    DateOnly Revised,
    IReadOnlyList<CardShown> Cards,
    IReadOnlyDictionary<PersonId, string> Persons
)
{
    internal static CrisisManualShown Of(Guid crisis, CardWork work, ManualEdition edition, Words words) =>
        new(
            crisis,
            work.Kind,
            edition.Version,
            edition.Revised(),
            [.. edition.For(work.Kind).Select(c => CardShown.Of(c, words, work))],
            PersonNames.Of(work.Steps.Values.Select(s => s.By), words)
        );
}

/// <param name="Kinds">The kinds of incident that it is for; empty: every kind.</param>
public sealed record CardShown(
    CardKey Card,
    int Number,
    string Title,
    IReadOnlyList<IncidentKind> Kinds,
    DateOnly Revised,
    string? Note,
    IReadOnlyList<string> Intro,
    IReadOnlyList<SectionShown> Functions
)
{
    /// <param name="work">Null: the card as it stands in the manual, of no crisis.</param>
    internal static CardShown Of(ManualCard card, Words words, CardWork? work = null) =>
        new(
            card.Key,
            card.Number,
            card.Title,
            card.Kinds,
            card.Revised,
            card.Note,
            card.Intro,
            [
                .. card.Sections.Select(s => new SectionShown(
                    s.Function,
                    words.Function(s.Function),
                    [.. s.Steps.Select(step => StepShown.Of(card.Key, step, words, work))]
                )),
            ]
        );
}

public sealed record SectionShown(FunctionKey Function, string Name, IReadOnlyList<StepShown> Steps)
{
    internal int Count(StepStatus status) => Steps.Count(s => s.Status == status);
}

/// <param name="Status">Null in the manual itself, which no crisis works.</param>
/// <param name="By">Who last said something of it.</param>
/// <param name="ByFunction">What they held at that moment.</param>
/// <param name="Why">Why it was skipped, or opened again.</param>
public sealed record StepShown(
    StepKey Step,
    Horizon Horizon,
    string Text,
    StepStatus? Status,
    PersonId? By,
    FunctionKey? ByFunction,
    DateTimeOffset? At,
    string? Why
)
{
    internal static StepShown Of(CardKey card, CardStep step, Words words, CardWork? work)
    {
        var said = work?.Of(card, step.Key);
        return new(
            step.Key,
            step.Horizon,
            step.Text,
            work?.StatusOf(card, step.Key),
            said?.By,
            said?.Function,
            said?.At,
            said?.Why is { } why ? words.Text(why) : null
        );
    }
}
