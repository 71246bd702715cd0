using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Crises;

/// <summary>A situation becomes a crisis: the KLO is convened by an adopted plan, and every function's holder is summoned.</summary>
/// <param name="EvenSo">Whoever declares knows of the open crisis that this looks like, and means another.</param>
public sealed record DeclareCrisis(
    IncidentKind Kind,
    CommittedText Title,
    CommittedText Reason,
    ImmutableArray<Guid>? IncidentIds = null,
    PlanName? Plan = null,
    CommittedText? MeetingPlace = null,
    bool? EvenSo = null
)
{
    public ImmutableArray<Guid> Incidents => IncidentIds ?? [];

    public PlanName PlanName => Plan ?? PlanName.Normal;

    /// <param name="crisis">The id of the crisis to be.</param>
    /// <param name="plan">The adopted plan, null where there is none of that name.</param>
    /// <param name="unknown">The first incident named that does not exist, if any.</param>
    /// <param name="grounds">The open crises that it may be once more.</param>
    /// <param name="manual">The edition of the manual in force, which stays the one of this crisis.</param>
    public Outcome Decide(
        Guid crisis,
        KloPlan? plan,
        Guid? unknown,
        ReferenceData reference,
        DateTimeOffset now,
        KloTimes times,
        ManualVersion? manual = null,
        DeclarationGrounds? grounds = null
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

        if (Already(grounds ?? DeclarationGrounds.None, now) is { } already)
        {
            return CrisisRefusals.AlreadyDeclared.Naming("crisisId", already);
        }

        return Incidents
            .Aggregate(Declared(plan, now, times, manual), (outcome, linked) => outcome.AndIn(linked, new IncidentRaisedToCrisis(crisis)))
            .AndIn(Declarations.Stream, new CrisisEntered(crisis));
    }

    /// <summary>The newest of those that it is once more; null where it is none of them, or is meant even so.</summary>
    private Guid? Already(DeclarationGrounds grounds, DateTimeOffset now) =>
        EvenSo is true ? null : grounds.Before.Where(b => b.IsAlready(this, grounds.Places, now)).MaxBy(b => b.DeclaredAt)?.CrisisId;

    private Outcome Declared(KloPlan plan, DateTimeOffset now, KloTimes times, ManualVersion? manual) =>
        Outcome.Happened([
            new CrisisDeclared(Kind, Title, Reason, plan.Name, plan.Version, MeetingPlace, Incidents, manual),
            new KloConvened(plan.Name, plan.Version, plan.CallOrders),
            .. plan.Functions.Select(f => new FunctionSummoned(f.Key, f.Holder, 0, times.AnswerBy(f.AnswerWithinMinutes, now))),
        ]);
}

public sealed record CrisisCreated(Guid CrisisId);

public static class DeclareCrisisEndpoint
{
    public static void MapDeclareCrisis(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises", Post).Command("DeclareCrisis", "Crises", KloCapabilities.DeclareCrisis).Created<CrisisCreated>();

    private static Task<IResult> Post(
        Command<DeclareCrisis> command,
        CommandHandler handler,
        Declaring declaring,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var (declare, context, id, grounds) = (command.Content, command.Context, Ids.New(clock), DeclarationGrounds.None);
        var beside = new Beside(async (looked, t) => grounds = await declaring.Grounds(declare, context, looked, t), Declarations.Stream);
        return handler.Handle(
            context,
            new Target(StreamKinds.Crisis, id, MayBeNew: true),
            Declaring.Others(declare),
            beside,
            (_, others, _) => declaring.OutcomeOf(declare, id, others, context.Now, grounds),
            _ => handler.Created(new CrisisCreated(id), $"/api/{context.Realm}/crises/{id}"),
            token
        );
    }
}

/// <summary>What the rule of a declaration is given: plan, reference data, times, edition of the manual, and what is declared already.</summary>
public sealed class Declaring(ReferenceData reference, ManualInForce manual, KloTimes times, DeclarationReading reading)
{
    /// <summary>The plan, the declarations of the realm, and the incidents.</summary>
    public static IReadOnlyList<Target> Others(DeclareCrisis declare) =>
        [
            new Target(StreamKinds.Plan, KloPlan.StreamOf(declare.PlanName)),
            new Target(StreamKinds.Declarations, Declarations.Stream, MayBeNew: true),
            .. declare.Incidents.Distinct().Select(i => new Target(StreamKinds.Incident, i)),
        ];

    /// <summary>Nothing where it is meant even so: nobody is asked again.</summary>
    public Task<DeclarationGrounds> Grounds(DeclareCrisis declare, CommandContext context, Looked looked, CancellationToken token) =>
        declare.EvenSo is true ? Task.FromResult(DeclarationGrounds.None) : reading.Of(context.Realm, looked, context.Now, token);

    /// <param name="others">As <see cref="Others"/> lists them.</param>
    public Outcome OutcomeOf(
        DeclareCrisis declare,
        Guid id,
        IReadOnlyList<StreamSnapshot?> others,
        DateTimeOffset now,
        DeclarationGrounds grounds
    )
    {
        var unknown = declare.Incidents.Distinct().Zip(others.Skip(2)).Where(p => p.Second is null).Select(p => (Guid?)p.First);
        return declare.Decide(id, others[0]?.State<KloPlan>(), unknown.FirstOrDefault(), reference, now, times, manual.Version, grounds);
    }
}
