using System.Security.Cryptography;
using System.Text.Json;
using CrisisCommand.Decisions;
using CrisisCommand.People;
using CrisisCommand.Platform;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Boards;

/// <summary>A board on its way to a reader: in words, as JSON, and as the hash that its receipt carries.</summary>
public sealed class BoardPresentation(
    Openings openings,
    PersonDirectory directory,
    EventCatalogue catalogue,
    IEnumerable<Facts> features,
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json
)
{
    private readonly JsonSerializerOptions _stored = Json.Stored(features);

    public async Task<BoardView> View(Board board, Reader reader, Guid crisis, CancellationToken token)
    {
        await directory.Names(reader, token).ConfigureAwait(false);
        var read = await openings.Read(reader, BoardWording.TextsOf(board), token).ConfigureAwait(false);
        string? NameOf(PersonId person) => directory.NameOf(reader, person);
        return BoardWording.View(board, crisis, reader.Realm, reader.Words(read, NameOf), NameOf, catalogue);
    }

    public byte[] ToJson(BoardView view) => JsonSerializer.SerializeToUtf8Bytes(view, json.Value.SerializerOptions);

    /// <summary>SHA-256 of the canonical board: its stored form, which knows commitments and no words, so that erasing a text changes no hash.</summary>
    public Sha256 HashOf(Board board) =>
        new(Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(board, _stored))));
}
