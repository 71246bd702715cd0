using CrisisCommand.Access;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

/// <summary>A person known to the organisation, and what was done about their access since.</summary>
internal static class AccessGiven
{
    public static readonly PersonId Operator = new("operator");
    public static readonly PersonId Tib = new("tib");
    public static readonly MachineRegistered Machine = new(Tib, Text("TiB"), null);

    /// <summary>As machines were registered before they were their own kind.</summary>
    public static readonly RoleGranted OldMachine = new(Tib, StandingRole.AlarmSender, RoleReach.Realm);

    public static Standing Standing(params IDomainEvent[] events) =>
        Fold.Of<Standing>(Facts([new PersonRegistered(Tib, Text("TiB"), null, null, null), .. events]));

    public static CrisisReaders Readers(params IDomainEvent[] events) => Fold.Of<CrisisReaders>(Facts(events));

    public static Standing Then(this Standing standing, Outcome outcome) =>
        outcome.Events.Aggregate(standing, (s, e) => s.After(FactOf(e)));

    public static CrisisReaders Then(this CrisisReaders readers, Outcome outcome) =>
        outcome.Events.Aggregate(readers, (s, e) => s.After(FactOf(e)));

    private static IEnumerable<Fact> Facts(params IDomainEvent[] events) => events.Select(FactOf);

    private static Fact FactOf(IDomainEvent happened) => new(happened, 1, Guid.Empty, Noon, Operator);
}
