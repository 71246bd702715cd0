using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Incidents;

/// <summary>What a message says of an alarm that is another sender's.</summary>
public enum AlarmClaim
{
    /// <summary>It goes by the same name, as if it were that alarm.</summary>
    Repeat,
    Update,
    Cancel,
}

/// <summary>
/// A message of one sender speaks of an alarm of another's, who is not the same once authenticated. It changes nothing of the alarm: it
/// stands in an incident of its own, with its bytes, and people judge.
/// </summary>
/// <param name="AlarmId">The alarm of this incident that it speaks of.</param>
/// <param name="Message">The alarm id of the message itself.</param>
/// <param name="Incident">Where the message stands.</param>
/// <param name="Sender">Whom the message gives as its sender.</param>
/// <param name="By">Who sent it.</param>
[StoredAs("alarm_claimed", StreamKinds.Incident)]
public sealed record AlarmClaimed(Guid AlarmId, AlarmClaim Claims, Guid Message, Guid Incident, ForeignId Sender, PersonId By)
    : IDomainEvent
{
    public string InWords(Words words) =>
        words.SayVariant(
            this,
            Claims switch
            {
                AlarmClaim.Cancel => "cancel",
                AlarmClaim.Update => "update",
                _ => "repeat",
            },
            words.Person(By),
            Sender
        );
}
