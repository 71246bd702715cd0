using System.Collections.Frozen;
using System.Collections.ObjectModel;

namespace CrisisCommand.Platform.Texts;

/// <summary>Why a text has no words.</summary>
public enum TextFate
{
    /// <summary>Its opening is not there, and no fact says that it was erased.</summary>
    Missing,

    /// <summary>What stands in its place is not what was committed to: words or salt were changed, swapped or forged in the database.</summary>
    Altered,

    /// <summary>Erased by decision (<see cref="TextErased"/>).</summary>
    Erased,
}

/// <summary>The words of texts by commitment, every one proven by its salt; of the others, why there are none.</summary>
public sealed class OpenedTexts(IDictionary<string, string> words, IReadOnlyDictionary<string, TextFate>? fates = null)
    : ReadOnlyDictionary<string, string>(words)
{
    public static readonly OpenedTexts None = new(FrozenDictionary<string, string>.Empty);

    public TextFate FateOf(string commitment) => fates?.GetValueOrDefault(commitment, TextFate.Missing) ?? TextFate.Missing;

    public static implicit operator OpenedTexts(Dictionary<string, string> words) => new(words);
}
