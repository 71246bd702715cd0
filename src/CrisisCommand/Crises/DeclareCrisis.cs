using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using CrisisCommand.Reference;

namespace CrisisCommand.Crises;

/// <summary>A situation becomes a crisis: the KLO is convened by an adopted plan, and every function's holder is summoned.</summary>
public sealed record DeclareCrisis(
    IncidentKind Kind,
    CommittedText Title,
    CommittedText Reason,
    ImmutableArray<Guid>? IncidentIds = null,
    PlanName? Plan = null,
    CommittedText? MeetingPlace = null
)
{
    public ImmutableArray<Guid> Incidents => IncidentIds ?? [];

    public PlanName PlanName => Plan ?? PlanName.Normal;

    /// <param name="crisis">The id of the crisis to be.</param>
    /// <param name="plan">The adopted plan, null where there is none of that name.</param>
    /// <param name="unknown">The first incident named that does not exist, if any.</param>
    /// <param name="manual">The edition of the manual in force, which stays the one of this crisis.</param>
    public Outcome Decide(
        Guid crisis,
        KloPlan? plan,
        Guid? unknown,
        ReferenceData reference,
        DateTimeOffset now,
        KloTimes times,
        ManualVersion? manual = null
    )
    {
        if (reference.Refuse(Kind) is { } unknownKind)
        {
            return unknownKind;
        }

        if (plan is null || plan.Functions.IsEmpty)
        {
            return CrisisRefusals.UnknownPlan.With(PlanName.Value);
        }

        if (unknown is { } incident)
        {
            return CrisisRefusals.UnknownIncident.With(incident.ToString());
        }

        if (Incidents.Distinct().Count() != Incidents.Length)
        {
            return CrisisRefusals.IncidentTwice;
        }

        return Incidents.Aggregate(
            Outcome.Happened([
                new CrisisDeclared(Kind, Title, Reason, plan.Name, plan.Version, MeetingPlace, Incidents, manual),
                new KloConvened(plan.Name, plan.Version, plan.CallOrders),
                .. plan.Functions.Select(f => new FunctionSummoned(f.Key, f.Holder, 0, times.AnswerBy(f.AnswerWithinMinutes, now))),
            ]),
            (outcome, linked) => outcome.AndIn(linked, new IncidentRaisedToCrisis(crisis))
        );
    }
}

public sealed record CrisisCreated(Guid CrisisId);

public static class DeclareCrisisEndpoint
{
    public static void MapDeclareCrisis(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises", Post).Command("DeclareCrisis", "Crises", Capability.DeclareCrisis).Created<CrisisCreated>();

    private static Task<IResult> Post(
        Command<DeclareCrisis> command,
        CommandHandler handler,
        ReferenceData reference,
        ManualInForce manual,
        KloTimes times,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var (declare, envelope, id) = (command.Content, command.Envelope, Ids.New(clock));
        var incidents = declare.Incidents.Distinct().Select(i => new Target(StreamKinds.Incident, i));
        return handler.Handle(
            envelope,
            new Target(StreamKinds.Crisis, id, MayBeNew: true),
            (_, others) =>
                declare.Decide(
                    id,
                    others[0]?.State<KloPlan>(),
                    declare
                        .Incidents.Distinct()
                        .Zip(others.Skip(1))
                        .Where(p => p.Second is null)
                        .Select(p => (Guid?)p.First)
                        .FirstOrDefault(),
                    reference,
                    envelope.Now,
                    times,
                    manual.Version
                ),
            [new Target(StreamKinds.Plan, KloPlan.StreamOf(declare.PlanName)), .. incidents],
            _ => handler.Created(new CrisisCreated(id), $"/api/{envelope.Realm}/crises/{id}"),
            token
        );
    }
}
