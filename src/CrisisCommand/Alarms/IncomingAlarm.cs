using System.Collections.Immutable;
using System.Globalization;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;

namespace CrisisCommand.Alarms;

/// <summary>What a message does.</summary>
public enum AlarmAct
{
    /// <summary>Something happened.</summary>
    Raise,

    /// <summary>More, or otherwise, about the alarms it names.</summary>
    Update,

    /// <summary>The alarms it names are taken back.</summary>
    Cancel,

    /// <summary>Nothing of its own, such as an acknowledgement: logged.</summary>
    Note,
}

/// <summary>A message in our own terms, whichever form it came in.</summary>
/// <param name="Counts">Whether its status is one that people of this realm act on (C6).</param>
/// <param name="References">The alarms it names, by id.</param>
/// <param name="OwnIncident">The incident that it begins where it belongs to none.</param>
public sealed record IncomingAlarm(Alarm Alarm, AlarmAct Act, bool Counts, ImmutableArray<Guid> References, Guid OwnIncident)
{
    /// <summary>
    /// An exercise realm acts on status Exercise alone: nothing that is real may be handled as a game, so Actual is only logged there,
    /// with a deviation. Live acts on Actual alone. Test, Draft and System are acted on nowhere.
    /// </summary>
    public static bool CountsIn(Realm realm, AlarmStatus status) => status == (realm.IsLive ? AlarmStatus.Actual : AlarmStatus.Exercise);
}

/// <summary>Ids made of what a sender calls its alarm, so that the same alarm is the same everywhere and in every form.</summary>
public static class AlarmIds
{
    /// <summary>CAP 1.2 §3.2.1: sender, identifier and sent. Neither name may hold a comma, so no two identities read alike.</summary>
    public static Guid Of(string sender, string identifier, DateTimeOffset sent) =>
        Ids.Named($"alarm/cap/{sender},{identifier},{sent.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}");

    public static Guid Of(AlarmSource source, ForeignId identifier) => Ids.Named($"alarm/{source}/{identifier.Value}");

    /// <summary>Named as well: the writers of one alarm then queue for the same stream, and seldom collide.</summary>
    public static Guid IncidentOf(Guid alarm) => Ids.Named($"incident/{alarm:N}");
}
