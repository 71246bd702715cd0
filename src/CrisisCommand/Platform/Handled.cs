namespace CrisisCommand.Platform;

/// <summary>Which function a person holds in a stream; the feature that knows says so.</summary>
public delegate FunctionKey? FunctionHeld(StreamSnapshot stream, PersonId person);

/// <summary>A stream that a command is about.</summary>
/// <param name="MayBeNew">Whether the command may begin the stream; otherwise a missing one is 404.</param>
public sealed record Target(string Kind, Guid Stream, bool MayBeNew = false)
{
    /// <summary>What the rules say, once the stream is there and is the one that the person confirmed against.</summary>
    /// <param name="streams">The target's own, then the others.</param>
    internal (Outcome Outcome, long Version) Decide(
        Envelope envelope,
        Func<StreamSnapshot, IReadOnlyList<StreamSnapshot?>, Outcome> decide,
        IReadOnlyList<StreamSnapshot?> streams
    )
    {
        var version = streams[0]?.Version ?? 0;
        return streams[0] switch
        {
            null => (Problems.NotFound, 0),
            { Exists: false } when !MayBeNew => (Problems.NotFound, 0),
            _ when envelope.IfMatch is { } match && !match.Accepts(version) => (Problems.VersionMoved, version),
            { } stream => (decide(stream, [.. streams.Skip(1)]), version),
        };
    }
}

/// <summary>What became of a command.</summary>
public abstract record Handled
{
    public sealed record Answered(Answer Answer, bool Replayed) : Handled;

    public sealed record Refused(Refusal Refusal, long? CurrentVersion) : Handled;
}
