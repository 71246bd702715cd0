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
    LinkedIncidents linked,
    EventCatalogue catalogue,
    IEnumerable<Facts> features,
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json
)
{
    private readonly JsonSerializerOptions _stored = Json.Stored(features);

    public async Task<BoardView> View(Board board, Reader reader, Guid crisis, CancellationToken token)
    {
        var incidents = await linked.On(board, reader.Realm, token).ConfigureAwait(false);
        var texts = BoardWording.TextsOf(board, incidents);
        var (words, nameOf) = await Speak(reader, texts, token).ConfigureAwait(false);
        return new BoardWording(words, nameOf, catalogue, incidents).View(board, crisis, reader.Realm);
    }

    private async Task<(Words Words, Func<PersonId, string?> NameOf)> Speak(
        Reader reader,
        IReadOnlyList<CommittedText> texts,
        CancellationToken token
    )
    {
        await directory.Names(reader, token).ConfigureAwait(false);
        var read = await openings.Read(reader, texts, token).ConfigureAwait(false);
        string? NameOf(PersonId person) => directory.NameOf(reader, person);
        return (reader.Words(read, NameOf), NameOf);
    }

    public byte[] ToJson(BoardView view) => JsonSerializer.SerializeToUtf8Bytes(view, json.Value.SerializerOptions);

    /// <summary>SHA-256 of the canonical board: its stored form, which knows commitments and no words, so that erasing a text changes no hash.</summary>
    public Sha256 HashOf(Board board) =>
        new(Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(board, _stored))));
}
