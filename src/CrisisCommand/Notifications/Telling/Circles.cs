using CrisisCommand.Alerts;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications.Telling;

/// <summary>What it takes to know whom a fact concerns.</summary>
/// <param name="Klo">As it is now: whoever holds a function is told, not who held it.</param>
public sealed record Concern(KloActivation Klo)
{
    public static readonly Concern None = new(KloActivation.Initial);

    public DecisionLog Decisions { get; init; } = DecisionLog.Initial;

    /// <summary>As it is now.</summary>
    public Crisis Crisis { get; init; } = Crisis.Initial;

    /// <summary>Until the fact.</summary>
    public Crisis Before { get; init; } = Crisis.Initial;
    public AlarmTurn Turn { get; init; } = AlarmTurn.None;

    /// <summary>Of the incident; the fact's own where that is about one.</summary>
    public Alert Alert { get; init; } = Alert.Initial;
    public IReadOnlyCollection<PersonId> Operators { get; init; } = [];
}

/// <summary>Who stands in the circles. Pure: what happened, and how things stand.</summary>
public static class Circles
{
    public static IEnumerable<PersonId> Of(Circle circle, Fact fact, Concern concern)
    {
        var klo = concern.Klo;
        return (
            circle switch
            {
                Circle.Named => [NamedIn(fact.Event)],
                Circle.Leadership => [.. Leading(klo), klo.ActingIn(FunctionKey.ChiefOfStaff)],
                Circle.ChiefOfStaff => [klo.ActingIn(FunctionKey.ChiefOfStaff)],
                Circle.Holder => [FunctionIn(fact.Event, concern) is { } function ? klo.ActingIn(function) : null],
                Circle.InPlace => [FunctionIn(fact.Event, concern) is { } function ? klo.Post(function)?.Holder : null],
                Circle.FormerExecutor => [ExecutorUntil(fact.Event, concern) is { } function ? klo.ActingIn(function) : null],
                Circle.Offering => [OfferedIn(fact.Event)],
                Circle.Klo => klo.Posts.SelectMany(p => Called(p)).Cast<PersonId?>(),
                Circle.Staff => klo.Posts.SelectMany(p => AtWork(p)).Cast<PersonId?>(),
                Circle.Confirming => (klo.IsLedBy(fact.By) ? klo.Posts.Select(p => p.Holder) : Leading(klo)).Where(p => p != fact.By),
                Circle.Taker => [concern.Turn.Handler, concern.Alert.AcknowledgedBy],
                Circle.Operators => concern.Operators.Cast<PersonId?>(),
                _ => Enumerable.Empty<PersonId?>(),
            }
        )
            .OfType<PersonId>()
            .Distinct();
    }

    /// <summary>The function that a fact is about, for its words and for its holder.</summary>
    public static FunctionKey? FunctionIn(IDomainEvent happened, Concern concern) =>
        happened switch
        {
            FunctionSummoned e => e.Function,
            HandoverOffered e => e.Function,
            HandoverAccepted e => e.Function,
            HandoverDeclined e => e.Function,
            HolderCalled e => e.Function,
            FunctionLeftVacant e => e.Function,
            FunctionTakenOver e => e.Function,
            EnduranceWarned e => e.Function,
            ReliefPlanned e => e.Function,
            ReliefCancelled e => e.Function,
            TaskGiven e => e.Function,
            TaskOverdue e => e.Function,
            DecisionTaken e => e.Executor,
            DecisionOverdue e => e.Executor,
            DecisionRevised or DecisionWithdrawn => ExecutorUntil(happened, concern),
            _ => null,
        };

    /// <summary>Who was to carry a decision out that is void now, unless they are to carry out what replaces it.</summary>
    private static FunctionKey? ExecutorUntil(IDomainEvent happened, Concern concern) =>
        happened switch
        {
            DecisionRevised { Changed: { } changed } e when changed.Contains(RevisedPart.Executor) => e.FromExecutor,
            DecisionWithdrawn e => concern.Decisions.Of(e.Number)?.Taken.Executor,
            _ => null,
        };

    private static PersonId? NamedIn(IDomainEvent happened) =>
        happened switch
        {
            FunctionSummoned e => e.Person,
            HandoverOffered e => e.To,
            HolderCalled e => e.Person,
            ReliefPlanned e => e.Person,
            ReliefCancelled e => e.Person,
            FunctionTakenOver e => e.From,
            EnduranceWarned e => e.Person,
            OnCallAlerted e => e.Person,
            LeaderInformed e => e.Person,
            AlertsSummedUp e => e.Person,
            _ => null,
        };

    /// <summary>Who may act as leader: until somebody holds the function, whoever convened the KLO as well as the leader by plan.</summary>
    private static IEnumerable<PersonId?> Leading(KloActivation klo) =>
        klo.Leader is { } leader ? [leader] : [klo.ConvenedBy, klo.Post(FunctionKey.CrisisLeader)?.Ordinary];

    private static PersonId? OfferedIn(IDomainEvent happened) =>
        happened switch
        {
            HandoverAccepted e => e.From,
            HandoverDeclined e => e.From,
            _ => null,
        };

    private static IEnumerable<PersonId> AtWork(FunctionPost post) =>
        post.Current.Where(s => s is { Answer: SummonsAnswer.Coming, ArrivedAt: null }).Select(s => s.Person).Concat(InPlace(post));

    /// <summary>Whoever never answered may be on the way all the same; who declined is not, and who has come and gone is at home.</summary>
    private static IEnumerable<PersonId> Called(FunctionPost post) =>
        post
            .Current.Where(s => s is { ArrivedAt: null } and not { Answer: SummonsAnswer.Declined })
            .Select(s => s.Person)
            .Concat(InPlace(post))
            .Concat(post.Reliefs.Select(r => r.Person))
            .Concat(post.Handover is { } offered ? [offered.To] : []);

    private static IEnumerable<PersonId> InPlace(FunctionPost post) => post.Holder is { } holder ? [holder] : [];
}
