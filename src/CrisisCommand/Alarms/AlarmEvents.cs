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
