using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CrisisCommand.Platform;

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
    public static StatusKey Of(string value) => new(value);

    public static StatusKey Parse(string s, IFormatProvider? provider) => Key.Parse<StatusKey>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StatusKey result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>What the log keeper writes. Late entries say why they are late.</summary>
public sealed record EntryWritten(DateTimeOffset Happened, CommittedText Text, EntryCategory Category, CommittedText? LateReason)
    : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => LateReason is { } reason ? [Text, reason] : [Text];

    public DateTimeOffset? OccurredAt => Happened;

    public string InWords(Words words) =>
        words.SayVariant(this, LateReason is null ? "timely" : "late", words.Text(Text), words.Text(LateReason), words.Time(Happened));
}

/// <summary>An entry is corrected. The entry itself stays as it was written.</summary>
public sealed record EntryCorrected(Guid Entry, CommittedText Text, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text, Why];

    public string InWords(Words words) => words.Say(this, words.Text(Text), words.Text(Why));
}

/// <summary>How an area or a function fares, in a situation report.</summary>
public sealed record StatusLine(AreaKey? Area, FunctionKey? Function, StatusKey Status, CommittedText? Text);

public sealed record SituationReported(CommittedText Text, ImmutableArray<StatusLine> Status) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text, .. Status.Select(s => s.Text).OfType<CommittedText>()];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}

public sealed record TaskGiven(Guid TaskId, CommittedText Text, FunctionKey Function, DateTimeOffset? DueAt, int? DecisionNumber)
    : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) =>
        words.SayVariant(this, DueAt is null ? "open" : "due", words.Function(Function), words.Text(Text), words.Time(DueAt));
}

public sealed record TaskDone(Guid TaskId, CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}
