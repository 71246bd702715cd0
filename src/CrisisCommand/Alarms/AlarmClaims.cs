using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>What a message of one sender has to do with alarms of others: told in the incidents of all of them, once each.</summary>
/// <param name="Homes">Where the message stands.</param>
/// <param name="By">Its authenticated sender.</param>
internal sealed record AlarmClaims(IncomingAlarm Message, ImmutableArray<Guid> Homes, PersonId By)
{
    public static AlarmClaim Of(AlarmAct act) => act == AlarmAct.Cancel ? AlarmClaim.Cancel : AlarmClaim.Update;

    /// <param name="book">What goes by the message's own name.</param>
    /// <param name="claimed">The alarms that it speaks of and may not move.</param>
    public void Tell(AlarmDesk desk, Guid name, FiledAlarm book, IEnumerable<(Guid Name, Filing Filing)> claimed)
    {
        var own = Message.Alarm.AlarmId;
        foreach (var (theirs, filing) in claimed)
        {
            Tell(desk, filing.Incidents, Ours(filing.Alarm ?? theirs, Of(Message.Act)));
        }

        foreach (var other in book.Filings.Where(f => f.By != By))
        {
            if (other.Received)
            {
                var alarm = other.Alarm ?? name;
                Tell(desk, other.Incidents, Ours(alarm, AlarmClaim.Repeat));
                Tell(desk, Homes, new(own, AlarmClaim.Repeat, alarm, other.Incidents[0], Message.Alarm.Sender, other.By));
            }
            // Whoever takes back an alarm before it comes shall not be unheard; nor shall they be obeyed.
            else if (other.Naming is { } naming)
            {
                Tell(desk, Homes, new(own, naming.Says, naming.Message, other.Incidents[0], naming.Sender, other.By));
            }
        }
    }

    private AlarmClaimed Ours(Guid alarm, AlarmClaim claims) =>
        new(alarm, claims, Message.Alarm.AlarmId, Homes[0], Message.Alarm.Sender, By);

    private static void Tell(AlarmDesk desk, ImmutableArray<Guid> incidents, AlarmClaimed claim)
    {
        foreach (var incident in incidents.Where(i => !desk.Incident(i).Knows(claim)))
        {
            desk.Happens(incident, claim);
        }
    }
}
