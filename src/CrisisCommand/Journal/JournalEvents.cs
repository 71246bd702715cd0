using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Journal;

/// <summary>What an entry is about, as the log keeper sorts it: <c>observation</c>, <c>contact</c>, <c>media</c> …</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(KeyConverter<EntryCategory>))]
public readonly record struct EntryCategory(string Value) : IKey<EntryCategory>
{
    public static readonly EntryCategory Observation = new("observation");

    public static EntryCategory Of(string value) => new(value);

    public static EntryCategory Parse(string s, IFormatProvider? provider) => Key.Parse<EntryCategory>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EntryCategory result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>A step of the company's own scale: <c>normal</c>, <c>strained</c>, <c>critical</c> …</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(KeyConverter<StatusKey>))]
public readonly record struct StatusKey(string Value) : IKey<StatusKey>
{
    /// <summary>All is well.</summary>
    public static readonly StatusKey Normal = new("normal");
    public static readonly StatusKey Strained = new("strained");
    public static readonly StatusKey Critical = new("critical");

    /// <summary>The steps that are offered, from the best on; a company's own are as good.</summary>
    public static readonly ImmutableArray<StatusKey> Usual = [Normal, Strained, Critical];

    public static StatusKey Of(string value) => new(value);

    /// <summary>Its name on the scale; a step that only the company knows is called by its key.</summary>
    public string Name(Words words) => words.Name("status", Value);

    public static StatusKey Parse(string s, IFormatProvider? provider) => Key.Parse<StatusKey>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StatusKey result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>What the log keeper writes. Late entries say why they are late.</summary>
[StoredAs("entry_written", StreamKinds.Crisis)]
public sealed record EntryWritten(DateTimeOffset Happened, CommittedText Text, EntryCategory Category, CommittedText? LateReason)
    : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => LateReason is { } reason ? [Text, reason] : [Text];

    public DateTimeOffset? OccurredAt => Happened;

    public string InWords(Words words) =>
        words.SayVariant(this, LateReason is null ? "timely" : "late", words.Text(Text), words.Text(LateReason), words.Time(Happened));
}

/// <summary>An entry is corrected. The entry itself stays as it was written.</summary>
/// <param name="Happened">When it happened in truth; null where the time that was written stands.</param>
[StoredAs("entry_corrected", StreamKinds.Crisis)]
public sealed record EntryCorrected(Guid Entry, CommittedText Text, CommittedText Why, DateTimeOffset? Happened = null) : IDomainEvent
{
    public DateTimeOffset? OccurredAt => Happened;

    public IEnumerable<CommittedText> Texts => [Text, Why];

    public string InWords(Words words) =>
        words.SayVariant(this, Happened is null ? "text" : "time", words.Text(Text), words.Text(Why), words.Time(Happened));
}

/// <summary>How an area, a function, a function in an area or (neither) the whole fares, in a situation report.</summary>
public sealed record StatusLine(AreaKey? Area, FunctionKey? Function, StatusKey Status, CommittedText? Text)
{
    public string InWords(Words words)
    {
        var (about, status) = (About(words, Area, Function), Status.Name(words));
        return Text is null
            ? words.Say("journal.status-line", about, status)
            : words.Say("journal.status-line-said", about, status, words.Text(Text));
    }

    /// <summary>The name of what a line speaks of.</summary>
    public static string About(Words words, AreaKey? area, FunctionKey? function) =>
        (area, function) switch
        {
            (null, null) => words.Say("journal.whole"),
            ({ } place, null) => words.Area(place),
            (null, { } post) => words.Function(post),
            ({ } place, { } post) => words.Say("journal.function-in-area", words.Function(post), words.Area(place)),
        };
}

/// <param name="Text">How it all is judged.</param>
/// <param name="Status">Only what is spoken of; of everything else stands what was said before.</param>
/// <param name="NextAt">When the next report comes.</param>
[StoredAs("situation_reported", StreamKinds.Crisis)]
public sealed record SituationReported(CommittedText Text, ImmutableArray<StatusLine> Status, DateTimeOffset? NextAt = null) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text, .. Status.Select(s => s.Text).OfType<CommittedText>()];

    public string InWords(Words words)
    {
        var (text, lines) = (words.Text(Text), string.Join("; ", Status.Select(s => s.InWords(words))));
        return (Status.IsEmpty, NextAt) switch
        {
            (true, null) => words.Say(this, text),
            (false, null) => words.SayVariant(this, "lines", text, lines),
            (true, { } next) => words.SayVariant(this, "next", text, words.Time(next)),
            (false, { } next) => words.SayVariant(this, "lines-and-next", text, lines, words.Time(next)),
        };
    }
}

/// <summary>Whoever holds a function tells how it fares, as a whole or in one area. Of everything else stands what was said before.</summary>
[StoredAs("function_situation_reported", StreamKinds.Crisis)]
public sealed record FunctionSituationReported(FunctionKey Function, StatusKey Status, CommittedText Text, AreaKey? Area = null)
    : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    /// <summary>The same as a line of the common picture.</summary>
    public StatusLine AsLine() => new(Area, Function, Status, Text);

    public string InWords(Words words) => words.Say(this, StatusLine.About(words, Area, Function), Status.Name(words), words.Text(Text));
}

[StoredAs("task_given", StreamKinds.Crisis)]
public sealed record TaskGiven(Guid TaskId, CommittedText Text, FunctionKey Function, DateTimeOffset? DueAt, int? DecisionNumber)
    : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) =>
        words.SayVariant(this, DueAt is null ? "open" : "due", words.Function(Function), words.Text(Text), words.Time(DueAt));
}

/// <summary>The time until which a task was to be done is out, and it is not.</summary>
/// <param name="Text">Of the task, as it was given.</param>
[StoredAs("task_overdue", StreamKinds.Crisis)]
public sealed record TaskOverdue(Guid TaskId, CommittedText Text, FunctionKey Function, DateTimeOffset DueAt) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Text(Text), words.Time(DueAt));
}

[StoredAs("task_done", StreamKinds.Crisis)]
public sealed record TaskDone(Guid TaskId, CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}
