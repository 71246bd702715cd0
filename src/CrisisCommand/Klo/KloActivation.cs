using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo;

/// <summary>The KLO of one crisis: convened by a pinned plan, staffed by persons, stood down in the end.</summary>
public sealed record KloActivation : IState<KloActivation>
{
    public static KloActivation Initial { get; } = new();

    /// <summary>How long a proposal to stand down waits for its second person.</summary>
    public static readonly TimeSpan ProposalHolds = TimeSpan.FromMinutes(30);

    public PlanName? Plan { get; init; }
    public long PlanVersion { get; init; }
    public bool IsStoodDown { get; init; }
    public DateTimeOffset? StoodDownAt { get; init; }

    /// <summary>In the plan's order.</summary>
    public ImmutableArray<FunctionPost> Posts { get; init; } = [];

    public FunctionPost? Post(FunctionKey function) => Posts.FirstOrDefault(p => p.Function == function);

    /// <summary>Who leads the crisis; null while nobody has taken it.</summary>
    public PersonId? Leader => Post(FunctionKey.CrisisLeader)?.Holder;

    /// <summary>
    /// Who may act as leader: its holder; until there is one, whoever convened the KLO and the leader by plan, so that a crisis is never
    /// without somebody who may.
    /// </summary>
    public bool IsLedBy(PersonId person) =>
        Leader is { } leader ? leader == person : ConvenedBy == person || Post(FunctionKey.CrisisLeader)?.Ordinary == person;

    public PersonId? ActingLeader => ActingIn(FunctionKey.CrisisLeader) ?? ConvenedBy;

    /// <summary>Who acts in a function: its holder, or by plan its ordinary holder while nobody is; null where there is no such function.</summary>
    public PersonId? ActingIn(FunctionKey function) => Post(function) is { } post ? post.Holder ?? post.Ordinary : null;

    /// <summary>Why a person may not take a function over from its holder; null where they may, or hold it already.</summary>
    public Refusal? RefuseTakeover(FunctionKey function, PersonId by) =>
        IsStoodDown ? KloRefusals.StoodDown
        : Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : function != FunctionKey.CrisisLeader ? KloRefusals.OnlyLeaderTakenOver.With(function.Value)
        : post.Holder is not { } holder ? KloRefusals.NotStaffed.As("takeover").With(function.Value)
        : holder == by ? null
        : post.HolderSilentSince is null ? KloRefusals.HolderNotSilent.With(function.Value, holder.Value)
        : post.IsSought(by) ? null
        : post.CallOrder.Contains(by) ? KloRefusals.NotYourTurn.With(function.Value, by.Value)
        : KloRefusals.NotDeputy.With(function.Value, by.Value);

    /// <summary>The function that a person holds; the first in the plan's order where they hold several.</summary>
    public FunctionPost? HeldBy(PersonId person) => Posts.FirstOrDefault(p => p.Holder == person);

    /// <summary>Who proposed that it is over, and when; null where nobody did.</summary>
    public (PersonId By, DateTimeOffset At)? StandDownProposal { get; init; }

    /// <summary>The proposal that waits for its second person at a time; what was over an hour ago may not be over now.</summary>
    public (PersonId By, DateTimeOffset At)? StandingProposal(DateTimeOffset now) =>
        StandDownProposal is { } made && now < made.At + ProposalHolds ? made : null;

    /// <summary>Whether a person leads it and nobody else is in place or has answered that they come: there is no second person to ask.</summary>
    public bool IsAlone(PersonId leader) =>
        IsLedBy(leader)
        && Posts.All(p =>
            (p.Holder is null || p.Holder == leader) && p.Summons.All(s => s.Person == leader || s.Answer != SummonsAnswer.Coming)
        );

    /// <summary>Who declared the crisis, and leads it until somebody holds the leader's function.</summary>
    public PersonId? ConvenedBy { get; init; }

    /// <summary>The event by which the KLO was convened.</summary>
    [JsonIgnore]
    public Guid ConvenedIn { get; init; }

    public KloActivation After(Fact fact) =>
        fact.Event switch
        {
            KloConvened convened => this with
            {
                ConvenedBy = fact.By,
                ConvenedIn = fact.EventId,
                Plan = convened.Plan,
                PlanVersion = convened.PlanVersion,
                Posts =
                [
                    .. convened.Functions.Select(f => new FunctionPost(f.Function, f.Persons, f.AnswerWithinMinutes)
                    {
                        GivenBy = fact.EventId,
                    }),
                ],
            },
            KloReorganised reorganised => Heard(fact.By).Reorganised(reorganised, fact.EventId),
            StandDownProposed => Heard(fact.By) with { StandDownProposal = (fact.By, fact.RecordedAt) },
            KloStoodDown => this with { IsStoodDown = true, StoodDownAt = fact.RecordedAt },
            _ => Heard(fact.By).Held(fact),
        };

    /// <summary>Who is called, who comes, and who holds what.</summary>
    private KloActivation Held(Fact fact) =>
        fact.Event switch
        {
            FunctionSummoned summoned => Change(
                summoned.Function,
                post => post.Called(summoned.Person, summoned.Rank, fact.RecordedAt, summoned.AnswerBy)
            ),
            SummonsAnswered answered => Change(answered.Function, post => post.Answered(answered, fact.RecordedAt)),
            SummonsUnanswered silent => Change(
                silent.Function,
                post => post.Change(silent.Person, s => s with { SilentAt = fact.RecordedAt })
            ),
            ArrivalOverdue late => Change(late.Function, post => post.Change(late.Person, s => s with { OverdueAt = fact.RecordedAt })),
            FunctionLeftVacant vacant => Change(vacant.Function, post => post with { VacantSince = fact.RecordedAt }),
            FunctionStaffed staffed => Change(staffed.Function, post => post.HeldBy(staffed.Person, staffed.Mandate, fact)),
            HandoverOffered offered => Change(
                offered.Function,
                post => post with { Handover = new(offered.From, offered.To, offered.Briefing, fact.RecordedAt) }
            ),
            HandoverAccepted accepted => Change(accepted.Function, post => post.HeldBy(accepted.To, accepted.Mandate, fact)),
            HandoverDeclined declined => Change(declined.Function, post => post with { Handover = null }),
            HolderCalled called => Change(
                called.Function,
                post => post with { Call = new(called.Person, fact.RecordedAt, called.AnswerBy) }
            ),
            HolderSilent silent => Change(silent.Function, post => post.FallenSilent(fact.RecordedAt)),
            FunctionTakenOver taken => Change(
                taken.Function,
                post => post.HeldBy(taken.To, taken.Mandate, fact) with { Takeover = new(taken.From, taken.To, fact.RecordedAt) }
            ),
            ReliefPlanned planned => Change(
                planned.Function,
                post => post with { Reliefs = post.Reliefs.RemoveAll(r => r.Person == planned.Person).Add(new(planned.Person, planned.At)) }
            ),
            ReliefCancelled cancelled => Change(
                cancelled.Function,
                post => post with { Reliefs = post.Reliefs.RemoveAll(r => r.Person == cancelled.Person) }
            ),
            EnduranceWarned warned => Change(warned.Function, post => post with { WarnedUntil = warned.Until }),
            DecisionsDelegated delegated => Change(
                delegated.Function,
                post => post with { Delegation = new(delegated.Scope, delegated.Until, fact.EventId) }
            ),
            DelegationEnded ended => Change(ended.Function, post => post with { Delegation = null }),
            _ => this,
        };

    /// <summary>
    /// Whoever does something is there: a call to them is answered by it, and they are not silent. Rules that look for somebody in a silent
    /// holder's place go by the KLO as it is once its actor was heard.
    /// </summary>
    public KloActivation Heard(PersonId person) =>
        Posts.Any(p => p.Holder == person && (p.Call is not null || p.HolderSilentSince is not null))
            ? this with
            {
                Posts = [.. Posts.Select(p => p.Holder == person ? p with { Call = null, HolderSilentSince = null } : p)],
            }
            : this;

    /// <summary>Holders, summonses and delegations follow the mapping; what has no predecessor begins anew.</summary>
    private KloActivation Reorganised(KloReorganised to, Guid by) =>
        this with
        {
            Plan = to.Plan,
            PlanVersion = to.PlanVersion,
            Posts =
            [
                .. to.Functions.Select(order =>
                    to.Mapping.FirstOrDefault(m => m.To == order.Function) is { } moved && Post(moved.From) is { } before
                        ? before with
                        {
                            Function = order.Function,
                            CallOrder = order.Persons,
                            AnswerWithinMinutes = order.AnswerWithinMinutes,
                            // Whoever is its ordinary holder now, is so by the new plan.
                            GivenBy = before.Holder is null ? by : before.GivenBy,
                        }
                        : new FunctionPost(order.Function, order.Persons, order.AnswerWithinMinutes) { GivenBy = by }
                ),
            ],
        };

    private KloActivation Change(FunctionKey function, Func<FunctionPost, FunctionPost> change) =>
        this with
        {
            Posts = [.. Posts.Select(p => p.Function == function ? change(p) : p)],
        };
}
