using CrisisCommand.Alerts;
using CrisisCommand.Notifications;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Notifications;

/// <summary>Alarms of one sender for one person, as they are told, held back and summed up.</summary>
internal static class GatheringGiven
{
    public static readonly PersonId Tib = new("tib");
    public static readonly PersonId Jour = new("jour");
    public static readonly IncidentKind Fire = new("fire");
    public static readonly NoticeLimits Limits = new();
    public static readonly MessageLoad None = new(0, 0);

    public static Outcome Gather(AlertGathering gathering, DateTimeOffset now, params int[] alerts) =>
        Gather(gathering, now, AlertWeight.Usual, alerts);

    public static Outcome Gather(IEnumerable<IDomainEvent> before, DateTimeOffset now, params int[] alerts) =>
        Gather(After([.. before]), now, alerts);

    public static Outcome Gather(AlertGathering gathering, DateTimeOffset now, AlertWeight weight, params int[] alerts) =>
        News(weight, alerts).Decide(gathering, Limits, None, now);

    public static Outcome Sum(AlertGathering gathering, DateTimeOffset due, DateTimeOffset now, int settled = 0) =>
        new SummaryDue(Tib, Jour, AlertWeight.Usual, due).Decide(gathering, Limits, None, settled, now, At(99));

    public static AlertsToTell News(AlertWeight weight, params int[] alerts) =>
        new(Id(alerts[0]), Tib, Jour, weight, [.. alerts.Select(Alert)]);

    public static PersonsAlert Alert(int n) => new(Id(1000 + n), 2, Fire);

    public static AlertTold Told(int n) => new(Tib, Jour, AlertWeight.Usual, Id(n), Alert(n), Alone: 1, Summaries: 0);

    public static AlertsHeldBack Held(int batch, bool opens, DateTimeOffset until, params int[] alerts) =>
        new(Tib, Jour, AlertWeight.Usual, Id(batch), [.. alerts.Select(Alert)], opens, until);

    public static AlertsSummedUp Summed(int count, int open, DateTimeOffset since, int summaries) =>
        new(Tib, Jour, AlertWeight.Usual, count, open, since, [new(Fire, count)], At(99), summaries);

    public static AlertGathering After(params IDomainEvent[] events) => State<AlertGathering>(events);
}
