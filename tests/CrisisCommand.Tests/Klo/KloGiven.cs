using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Klo;

/// <summary>A small KLO to decide on: a leader and a documentation function, each with a holder and deputies.</summary>
internal static class KloGiven
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly FunctionKey Leader = FunctionKey.CrisisLeader;
    public static readonly FunctionKey Documentation = new("documentation");
    public static readonly FunctionKey Unknown = new("catering");
    public static readonly PersonId Vd = new("vd");
    public static readonly PersonId Vd1 = new("vd-1");
    public static readonly PersonId Writer = new("documentation");
    public static readonly PersonId Writer1 = new("documentation-1");
    public static readonly PersonId Observer = new("observer");

    public static readonly KloConvened Convened = new(PlanName.Normal, 1, [new(Leader, [Vd, Vd1]), new(Documentation, [Writer, Writer1])]);
    public static readonly FunctionSummoned LeaderSummoned = new(Leader, Vd, 0, Noon.AddMinutes(3));
    public static readonly FunctionSummoned WriterSummoned = new(Documentation, Writer, 0, Noon.AddMinutes(3));
    public static readonly FunctionStaffed LeaderStaffed = new(Leader, Vd, Mandate.Holder);
    public static readonly FunctionStaffed WriterStaffed = new(Documentation, Writer, Mandate.Holder);
    public static readonly HandoverOffered Offered = new(Documentation, Writer, Writer1, Text("Loggen är förd till 14.10"));
    public static readonly KloStoodDown StoodDown = new(Text("Faran är över"));

    public static readonly KloTimes Times = new();

    /// <summary>When somebody summoned or called at noon has to have answered.</summary>
    public static readonly DateTimeOffset AnswerBy = Noon + Times.AnswerWithin;

    public static CommittedText Text(string words) => CommittedText.Commit(words);

    /// <summary>The convened KLO after these further events.</summary>
    public static KloActivation After(params IDomainEvent[] events) =>
        Fold.Of<KloActivation>(Facts([Convened, LeaderSummoned, WriterSummoned, .. events]));

    /// <summary>One more event, as the second of two equal commands would find it.</summary>
    public static KloActivation Then(this KloActivation klo, Outcome outcome) =>
        outcome.Events.Aggregate(klo, (state, happened) => state.After(new(happened, 90, Guid.Empty, Noon, Vd)));

    /// <summary>Further events at noon, by somebody: whoever does something is there.</summary>
    public static KloActivation By(this KloActivation klo, PersonId by, params IEnumerable<IDomainEvent> events) =>
        events.Aggregate(klo, (state, happened) => state.After(new(happened, 90, Guid.Empty, Noon, by)));

    /// <summary>What a timer or the system itself brought about.</summary>
    public static KloActivation Then(this KloActivation klo, PersonId by, Outcome outcome) => klo.By(by, outcome.Events);

    public static IEnumerable<Fact> Facts(params IDomainEvent[] events) =>
        events.Select((e, i) => new Fact(e, i + 1, Guid.Empty, Noon, Vd));
}
