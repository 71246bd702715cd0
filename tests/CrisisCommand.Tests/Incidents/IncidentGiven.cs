using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Incidents;

/// <summary>An incident that our own people reported, to decide on.</summary>
internal static class IncidentGiven
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly IncidentReported Reported = new(
        new("fire"),
        Text("Ekholmen 3"),
        new("skarholmen"),
        null,
        Text("Rök i trapphus")
    );
    public static readonly IncidentClosed Closed = new(Text("Släckt"));

    public static CommittedText Text(string words) => CommittedText.Commit(words);

    public static Incident After(params IDomainEvent[] events) => Fold.Of<Incident>(Facts([Reported, .. events]));

    public static IEnumerable<Fact> Facts(IEnumerable<IDomainEvent> events) =>
        events.Select((e, i) => new Fact(e, i + 1, Guid.Empty, Noon.AddMinutes(i), new("jour")));

    /// <summary>Exactly these events in this stream, and nothing else anywhere.</summary>
    public static void ShouldBeOnly(this Outcome outcome, params IDomainEvent[] events)
    {
        outcome.Refusal.ShouldBeNull();
        outcome.Events.ShouldBe(events);
        (outcome.Elsewhere.Length, outcome.Documents.Length).ShouldBe((0, 0));
    }

    public static void ShouldOnlyRefuse(this Outcome outcome, Refusal refusal)
    {
        outcome.Refusal.ShouldBe(refusal);
        outcome.Events.ShouldBeEmpty();
    }
}
