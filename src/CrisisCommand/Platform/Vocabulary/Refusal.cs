using System.Collections.Immutable;

namespace CrisisCommand.Platform.Vocabulary;

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

    /// <summary>What the problem names beside its words, for a program that goes on from it: members of the problem document.</summary>
    public ImmutableSortedDictionary<string, object> Members { get; init; } = ImmutableSortedDictionary<string, object>.Empty;

    public Refusal Naming(string member, Guid id) => this with { Members = Members.SetItem(member, id) };

    public Refusal Naming(string member, int number) => this with { Members = Members.SetItem(member, number) };

    /// <summary>Several values under names of their own, in this order.</summary>
    public Refusal Naming(string member, IEnumerable<(string Name, string Value)> values) =>
        this with
        {
            Members = Members.SetItem(member, new Dictionary<string, string>(values.Select(v => KeyValuePair.Create(v.Name, v.Value)))),
        };

    public Refusal As(string variant) => this with { Variant = variant };

    public Refusal With(params string[] arguments) => this with { Arguments = [.. arguments] };

    public bool Equals(Refusal? other) => other is not null && Wording == other.Wording && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}
