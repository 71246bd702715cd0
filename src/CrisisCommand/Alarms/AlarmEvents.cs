using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>An alarm came and went into these incidents; more than one where it names alarms of several.</summary>
/// <param name="Raw">The message as received: <see cref="RawAlarm"/>.</param>
/// <param name="Alarm">The alarm's own id, where an alarm of another sender by the same name has the id of the name; null: it has that id.</param>
[StoredAs("alarm_filed", StreamKinds.Alarm)]
public sealed record AlarmFiled(ImmutableArray<Guid> Incidents, Guid Raw, Guid? Alarm = null) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, string.Join(", ", Incidents));
}

/// <summary>What a CAP message that answers another says of it.</summary>
public enum AlarmAnswerKind
{
    /// <summary>Its sender has it.</summary>
    Ack,

    /// <summary>Its sender does not take it.</summary>
    Error,
}

/// <summary>
/// An answer came to something that was sent: CAP's Ack or Error. Nobody is to act on it, so it is kept with what is filed and is no incident.
/// </summary>
/// <param name="References">Of what it answers, as it names it: sender, identifier and sent; the first twenty.</param>
/// <param name="Note">What it says besides, such as why it is an Error.</param>
/// <param name="Content">A digest of what it says, to know it again.</param>
/// <param name="Digest">SHA-256 (hex) of the message's bytes.</param>
/// <param name="Raw">The message as received: <see cref="RawAlarm"/>.</param>
/// <param name="Alarm">Its own id, where something else has the id of its name.</param>
[StoredAs("alarm_answer_filed", StreamKinds.Alarm)]
public sealed record AlarmAnswerFiled(
    AlarmAnswerKind Says,
    ForeignId Sender,
    ImmutableArray<ForeignId> References,
    CommittedText? Note,
    ForeignId Content,
    ForeignId Digest,
    Guid Raw,
    Guid? Alarm = null
) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Note is { } note ? [note] : [];

    public string InWords(Words words) =>
        Note is { } note
            ? words.SayVariant(this, Says == AlarmAnswerKind.Ack ? "ack-noted" : "error-noted", Sender.Value, words.Text(note))
            : words.SayVariant(this, Says == AlarmAnswerKind.Ack ? "ack" : "error", Sender.Value);
}

/// <summary>Another message named an alarm that its sender has not sent: when the same sender sends it, it belongs in these incidents.</summary>
/// <param name="Naming">By what; null for what was stored before senders were told apart.</param>
[StoredAs("alarm_awaited", StreamKinds.Alarm)]
public sealed record AlarmAwaited(ImmutableArray<Guid> Incidents, Naming? Naming = null) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, string.Join(", ", Incidents));
}

/// <summary>The message by which an alarm was named, and what it says of it.</summary>
/// <param name="Message">Its own alarm id.</param>
/// <param name="Sender">Whom it gives as its sender.</param>
public sealed record Naming(Guid Message, AlarmClaim Says, ForeignId Sender);
