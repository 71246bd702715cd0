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
    Journals journals,
    EventCatalogue catalogue,
    IEnumerable<Facts> features,
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json
)
{
    private const int MostLines = 200;

    private readonly JsonSerializerOptions _stored = Json.Stored(features);

    public async Task<BoardView> View(Board board, Reader reader, Guid crisis, CancellationToken token)
    {
        var incidents = await linked.On(board, reader.Realm, token).ConfigureAwait(false);
        var texts = BoardWording.TextsOf(board, incidents);
        var (words, nameOf) = await Speak(reader, texts, token).ConfigureAwait(false);
        return new BoardWording(words, nameOf, catalogue, incidents).View(board, crisis, reader.Realm);
    }

    /// <summary>What came between two boards of one crisis, with the facts between them.</summary>
    public async Task<BoardDifferenceShown> Difference(Board from, Board to, Reader reader, Guid crisis, CancellationToken token)
    {
        var (realm, all) = (reader.Realm, int.MaxValue);
        var earlier = await linked.On(from, realm, token).ConfigureAwait(false);
        var later = await linked.On(to, realm, token).ConfigureAwait(false);
        var facts = await Between(realm, crisis, from.Version, to.Version, token).ConfigureAwait(false);
        var texts = BoardWording
            .TextsOf(from, earlier, all)
            .Concat(BoardWording.TextsOf(to, later, all))
            .Concat(facts.SelectMany(f => f.Event.Texts));
        var (words, nameOf) = await Speak(reader, [.. texts], token).ConfigureAwait(false);
        var before = new BoardWording(words, nameOf, catalogue, earlier).View(from, crisis, realm, all);
        var wording = new BoardWording(words, nameOf, catalogue, later);
        return new(
            crisis,
            from.Version,
            to.Version,
            from.RecordedAt,
            to.RecordedAt,
            BoardDifference.Between(before, wording.View(to, crisis, realm, all), words),
            to.Version - from.Version,
            [.. facts.Select(f => wording.LineOf(new(f.Version, f.EventId, f.RecordedAt, f.By, f.Event)))]
        );
    }

    private async Task<IReadOnlyList<Fact>> Between(Realm realm, Guid crisis, long from, long to, CancellationToken token) =>
        from == to ? [] : await journals.Facts(realm, crisis, Math.Max(from, to - MostLines) + 1, to, token).ConfigureAwait(false);

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
