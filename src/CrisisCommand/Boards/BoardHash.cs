using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>
/// SHA-256 of the canonical board, which its receipt carries: the stored form by the rules of its fold, which knows commitments and no words,
/// so that erasing a text changes no hash.
/// </summary>
public sealed class BoardHash(IEnumerable<Facts> features)
{
    private readonly FrozenDictionary<int, JsonSerializerOptions> _canonical = BoardFolds.Runnable.ToFrozenDictionary(
        version => version,
        version => Json.Canonical(features, version)
    );

    public Sha256 Of(Board board) =>
        new(Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(board, _canonical[board.Fold]))));
}
