using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Sending;

/// <summary>Why sending is not started.</summary>
public static class SendingRefusals
{
    /// <summary>It is on.</summary>
    public static readonly Refusal AlreadyOn = new("sending.already-on");

    /// <summary>The database has not been looked at yet: nobody can say which one it is.</summary>
    public static readonly Refusal NotLooked = new("sending.not-looked", 503);

    /// <summary>An exercise sends nothing.</summary>
    public static readonly Refusal Exercise = new("sending.exercise");
}
