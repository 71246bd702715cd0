using System.Collections.Immutable;

namespace CrisisCommand.Platform;

/// <summary>Why a command is refused: a named value with a stable code, worded in the feature's resources under that code.</summary>
/// <param name="Code">kebab-case, <c>feature.reason</c>; the problem type is <c>urn:crisis-command:{code}</c>.</param>
/// <param name="Status">HTTP status: 409 unless the input itself is wrong (400), unknown (404) or not permitted (403).</param>
/// <param name="Pointer">JSON pointer of the field at fault, where there is one.</param>
public sealed record Refusal(string Code, int Status = 409, string? Pointer = null)
{
    /// <summary>What the wording is filled with, in order.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>A wording of its own for one case of the refusal, <c>{code}.{variant}</c>; the code stays the same.</summary>
    public string? Variant { get; init; }

    public string Wording => Variant is null ? Code : $"{Code}.{Variant}";

    public Refusal As(string variant) => this with { Variant = variant };

    public Refusal With(params string[] arguments) => this with { Arguments = [.. arguments] };

    public bool Equals(Refusal? other) => other is not null && Wording == other.Wording && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What a command comes to: exactly these events, or this refusal; no events means that it was already so.</summary>
public sealed record Outcome(ImmutableArray<IDomainEvent> Events, Refusal? Refusal)
{
    /// <summary>What the same command appends to other streams, in the same transaction.</summary>
    public ImmutableArray<(Guid Stream, ImmutableArray<IDomainEvent> Events)> Elsewhere { get; init; } = [];

    /// <summary>What is stored beside the events, in the same transaction: originals, never anything that a fold could compute.</summary>
    public ImmutableArray<object> Documents { get; init; } = [];

    /// <summary>Already so: nothing happens, and that is a success.</summary>
    public static readonly Outcome Nothing = new([], null);

    public static Outcome Happened(params IEnumerable<IDomainEvent> events) => new([.. events], null);

    public Outcome AndIn(Guid stream, params IEnumerable<IDomainEvent> events) =>
        this with
        {
            Elsewhere = Elsewhere.Add((stream, [.. events])),
        };

    public Outcome Storing(object document) => this with { Documents = Documents.Add(document) };

    public static implicit operator Outcome(Refusal refusal) => new([], refusal);
}
