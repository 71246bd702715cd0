using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>Why an alarm is not taken in.</summary>
public static class AlarmRefusals
{
    /// <summary>It only answers what was sent (CAP Ack, Error): it is filed, and there is nothing to try.</summary>
    public static readonly Refusal OnlyAnswers = new("alarms.only-answers", 400);

    /// <summary>CAP and VMA messages come in their own form, never in ours.</summary>
    public static readonly Refusal SourceNotTyped = new("alarms.source-not-typed", 400, "#/source");

    /// <summary>What is said to have happened has not happened yet.</summary>
    public static readonly Refusal InTheFuture = new("alarms.in-the-future", 400, "#/occurredAt");

    /// <summary>The sender's name for its alarm is empty, too long, or not one line of text.</summary>
    public static readonly Refusal IdentifierInvalid = new("alarms.identifier-invalid", 400, "#/identifier");

    /// <summary>Who is to have sent an alarm that is tried is named by a key.</summary>
    public static readonly Refusal SenderInvalid = new("alarms.sender-invalid", 400, "sender");

    /// <summary>The stored bytes are not those that came: somebody has changed the database.</summary>
    public static readonly Refusal BytesAltered = new("alarms.bytes-altered", 409);

    /// <summary>A fault of a CAP or VMA message for which it is refused; one code, and one wording, per fault.</summary>
    public static Refusal Of(CapFinding fault) => new Refusal($"alarms.refused-{fault.Code}", 400).With(fault.Code, fault.Detail);
}
