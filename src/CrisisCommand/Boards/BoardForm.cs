using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Boards;

/// <summary>One board as sent to watchers: its version, when its last fact was recorded, and the bytes of the server-sent event.</summary>
public record BoardFrame(long Version, DateTimeOffset RecordedAt, ReadOnlyMemory<byte> Whole)
{
    /// <summary>What is new since the frame of version <see cref="Before"/>, where the form can say that shorter than the whole.</summary>
    public ReadOnlyMemory<byte>? Change { get; init; }
    public long Before { get; init; }

    /// <summary>No board: time to say that there is nothing to say.</summary>
    public static BoardFrame Beat { get; } = new(0, default, ReadOnlyMemory<byte>.Empty);

    /// <summary>For a watcher who has the board of that version (0: none).</summary>
    public ReadOnlyMemory<byte> After(long lastSeen) => Change is { } change && lastSeen == Before ? change : Whole;
}

/// <summary>The shape in which watchers are sent the board. Made once per version, language and audience, never per watcher.</summary>
public abstract class BoardForm
{
    /// <summary>Said when there has been nothing to say for a while; a comment, unless the form's readers want to hear it.</summary>
    public virtual ReadOnlyMemory<byte> Heartbeat { get; } = ": \n\n"u8.ToArray();

    /// <summary>That what is shown may be old, since the database stands still since that time; the watcher keeps it, with its age.</summary>
    public static ReadOnlyMemory<byte> Stale(DateTimeOffset since) =>
        Encoding.UTF8.GetBytes($"event: stale\ndata: {since.UtcDateTime:O}\n\n");

    /// <summary>That the database answers again, and everything of before has been sent.</summary>
    public static ReadOnlyMemory<byte> Live { get; } = "event: live\ndata: \n\n"u8.ToArray();

    /// <param name="before">What the same audience was sent last, if anything.</param>
    public abstract Task<BoardFrame> Frame(BoardView view, Platform.Texts.Reader reader, BoardFrame? before);

    /// <summary>A server-sent event whose id is the board's version.</summary>
    /// <param name="name">Null: a message without a name.</param>
    protected static byte[] Event(long version, string? name, string data)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"id: {version}\n");
        if (name is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"event: {name}\n");
        }

        foreach (var line in data.Split('\n'))
        {
            text.Append("data: ").Append(line.TrimEnd('\r')).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }
}

/// <summary>The board as the API's JSON.</summary>
public sealed class BoardJsonForm(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : BoardForm
{
    public override Task<BoardFrame> Frame(BoardView view, Platform.Texts.Reader reader, BoardFrame? before) =>
        Task.FromResult(
            new BoardFrame(
                view.Version,
                view.RecordedAt,
                Event(view.Version, "board", JsonSerializer.Serialize(view, json.Value.SerializerOptions))
            )
        );
}
