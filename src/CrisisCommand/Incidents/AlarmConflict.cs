using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Incidents;

/// <summary>Another sender's message about an alarm of the incident. It changed nothing, and people are to judge.</summary>
/// <param name="AlarmId">The alarm that it speaks of.</param>
/// <param name="Sender">Whom the message gives as its sender.</param>
/// <param name="By">Who sent it, as authenticated.</param>
/// <param name="IncidentId">Where the message stands.</param>
/// <param name="ClaimId">The message as an alarm of its own: its bytes are kept under this id.</param>
public sealed record AlarmConflict(
    Guid AlarmId,
    ForeignId Sender,
    PersonId By,
    AlarmClaim Claims,
    DateTimeOffset At,
    Guid IncidentId,
    Guid ClaimId
)
{
    internal static AlarmConflict Of(AlarmClaimed claimed, DateTimeOffset at) =>
        new(claimed.AlarmId, claimed.Sender, claimed.By, claimed.Claims, at, claimed.Incident, claimed.Message);
}
