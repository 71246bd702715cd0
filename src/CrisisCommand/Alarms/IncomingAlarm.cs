using System.Collections.Immutable;
using System.Globalization;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Vocabulary;

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
/// <param name="Alarm">With the id of its name: whether that is the alarm's own is for the books to say.</param>
/// <param name="References">The alarms it names, by the ids of their names.</param>
public sealed record IncomingAlarm(Alarm Alarm, AlarmAct Act, bool Counts, ImmutableArray<Guid> References)
{
    private static readonly Deviation OtherContent = new(new("same-identity-other-content"), new("identifier"));

    /// <summary>What its sender calls it, as an id.</summary>
    public Guid Name => Alarm.AlarmId;

    /// <summary>What it names, whatever time it gives: sender and identifier of each reference.</summary>
    public ImmutableArray<Guid> Loosely { get; init; } = [];

    /// <summary>Of a message that only answers what was sent: what it says of that.</summary>
    public AlarmAnswerKind? Answers { get; init; }

    /// <summary>What it names, in its sender's words.</summary>
    public ImmutableArray<ForeignId> Refers { get; init; } = [];

    /// <summary>The names by which alarms may be found that it moves and does not name rightly.</summary>
    public IEnumerable<Guid> Traces => Act is AlarmAct.Update or AlarmAct.Cancel ? Loosely.Concat(Alarm.About ?? []) : [];

    /// <summary>Whether its sender has said otherwise under the same name before.</summary>
    public bool SaysOtherwise { get; init; }

    /// <summary>The names of the alarms that it moves.</summary>
    public ImmutableArray<Guid> Named => Act is AlarmAct.Update or AlarmAct.Cancel ? References : [];

    /// <summary>What it says, to be compared.</summary>
    public ForeignId Content => Alarm.Content ?? Alarm.Raw;

    public IncomingAlarm Deviating(ForeignId code, string at) =>
        this with
        {
            Alarm = Alarm with { Deviations = Alarm.Deviations.Add(new(code, new(at))) },
        };

    /// <summary>
    /// As what it is when other content stands under its name already: a message with an id of its own, so that its bytes are found beside
    /// the first one's. An alarm becomes an update of itself; CAP forbids to use an identity twice, so there it is a deviation too.
    /// </summary>
    public IncomingAlarm AsOtherwise() =>
        this with
        {
            SaysOtherwise = true,
            Act = Act == AlarmAct.Raise ? AlarmAct.Update : Act,
            References = Act == AlarmAct.Raise ? [] : References,
            Alarm = Alarm with
            {
                AlarmId = AlarmIds.Of(Alarm.AlarmId, Content),
                Deviations = Alarm.Source is AlarmSource.Cap or AlarmSource.Vma ? Alarm.Deviations.Add(OtherContent) : Alarm.Deviations,
            },
        };

    /// <summary>
    /// An exercise realm acts on status Exercise alone: nothing that is real may be handled as a game, so Actual is only logged there,
    /// with a deviation. Live acts on Actual alone. Test, Draft and System are acted on nowhere.
    /// </summary>
    public static bool CountsIn(Realm realm, AlarmStatus status) => status == (realm.IsLive ? AlarmStatus.Actual : AlarmStatus.Exercise);
}

/// <summary>Ids made of what a sender calls its alarm, so that the same name is the same everywhere and in every form.</summary>
public static class AlarmIds
{
    /// <summary>CAP 1.2 §3.2.1: sender, identifier and sent. Neither name may hold a comma, so no two identities read alike.</summary>
    public static Guid Of(string sender, string identifier, DateTimeOffset sent) =>
        Ids.Named($"alarm/cap/{sender},{identifier},{sent.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}");

    public static Guid Of(AlarmSource source, ForeignId identifier) => Ids.Named($"alarm/{source}/{identifier.Value}");

    /// <summary>Of one sender's alarm by a name under which another's came first.</summary>
    public static Guid Of(Guid name, PersonId sender) => Ids.Named($"alarm/by/{sender}/{name:N}");

    /// <summary>Of other content that came under the name of an alarm.</summary>
    public static Guid Of(Guid alarm, ForeignId content) => Ids.Named($"alarm/content/{content}/{alarm:N}");

    /// <summary>Named as well: the writers of one alarm then queue for the same stream, and seldom collide.</summary>
    public static Guid IncidentOf(Guid alarm) => Ids.Named($"incident/{alarm:N}");
}
