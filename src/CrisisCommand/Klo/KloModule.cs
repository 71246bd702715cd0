using System.Text.Json.Serialization;
using CrisisCommand.Platform;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Options;
using Wolverine.Marten;

namespace CrisisCommand.Klo;

public static class KloModule
{
    private const string Times =
        "CrisisCommand:AnswerWithin, CrisisCommand:ArriveWithin and CrisisCommand:ArrivalGrace are times of a day at most, the first two above zero.";

    public static void AddKlo(this IServiceCollection services)
    {
        services.AddSingleton(Plans().Json(KloJson.Default));
        services.AddSingleton(Manning());
        services.AddSingleton(Endurance());
        services.AddEndurance();
        services.AddSingleton<FunctionHeld>(
            (stream, person) => stream.Kind == StreamKinds.Crisis ? stream.State<KloActivation>().HeldBy(person)?.Function : null
        );
        services.AddOptions<KloTimes>().BindConfiguration("CrisisCommand").Validate(t => t.AreSane, Times).ValidateOnStart();
        services.AddSingleton(s => s.GetRequiredService<IOptions<KloTimes>>().Value);
        services.SubscribeToEventsWithServices<SummonsClock>(ServiceLifetime.Singleton);
        services.AddSingleton<PersonReading>();
        services.AddSingleton<AdoptedPlans>();
        services.AddSingleton<SummonsLinks>();
        services.AddSingleton<AnswerPages>();
        services.ConfigureMarten(o => o.Projections.Add(new ViewProjection<KloPlanView>(typeof(PlanAdopted)), ProjectionLifecycle.Inline));
    }

    /// <summary>What is planned.</summary>
    private static Facts Plans() => new Facts().Event<PlanAdopted>("plan_adopted", StreamKinds.Plan).State<KloPlan>(StreamKinds.Plan);

    /// <summary>How functions come to be held.</summary>
    private static Facts Manning() =>
        new Facts()
            .Event<KloConvened>("klo_convened", StreamKinds.Crisis)
            .Event<FunctionSummoned>("function_summoned", StreamKinds.Crisis, wakes: true)
            .Event<SummonsAnswered>("summons_answered", StreamKinds.Crisis, wakes: true)
            .Event<SummonsUnanswered>("summons_unanswered", StreamKinds.Crisis)
            .Event<ArrivalOverdue>("arrival_overdue", StreamKinds.Crisis)
            .Event<FunctionLeftVacant>("function_left_vacant", StreamKinds.Crisis, wakes: true)
            .Event<HolderCalled>("holder_called", StreamKinds.Crisis, wakes: true)
            .Event<HolderAnswered>("holder_answered", StreamKinds.Crisis)
            .Event<HolderSilent>("holder_silent", StreamKinds.Crisis, wakes: true)
            .Event<FunctionTakenOver>("function_taken_over", StreamKinds.Crisis, wakes: true)
            .Event<FunctionStaffed>("function_staffed", StreamKinds.Crisis, wakes: true)
            .Event<HandoverOffered>("handover_offered", StreamKinds.Crisis, wakes: true)
            .Event<HandoverAccepted>("handover_accepted", StreamKinds.Crisis, wakes: true)
            .Event<HandoverDeclined>("handover_declined", StreamKinds.Crisis)
            .State<KloActivation>(StreamKinds.Crisis);

    /// <summary>How the KLO lasts, changes and ends.</summary>
    private static Facts Endurance() =>
        new Facts()
            .Event<ReliefPlanned>("relief_planned", StreamKinds.Crisis, wakes: true)
            .Event<ReliefCancelled>("relief_cancelled", StreamKinds.Crisis)
            .Event<EnduranceWarned>("endurance_warned", StreamKinds.Crisis, wakes: true)
            .Event<DecisionsDelegated>("decisions_delegated", StreamKinds.Crisis)
            .Event<DelegationEnded>("delegation_ended", StreamKinds.Crisis)
            .Event<KloReorganised>("klo_reorganised", StreamKinds.Crisis, wakes: true)
            .Event<StandDownProposed>("stand_down_proposed", StreamKinds.Crisis)
            .Event<KloStoodDown>("klo_stood_down", StreamKinds.Crisis, wakes: true);

    public static void MapKlo(this IEndpointRouteBuilder api)
    {
        api.MapEndurance();
        api.MapListPlans();
        api.MapGetPlan();
        api.MapAdoptPlan();
        api.MapGetKlo();
        api.MapAnswerSummons();
        api.MapSummonPerson();
        api.MapStaffFunction();
        api.MapCallHolder();
        api.MapAnswerCall();
        api.MapTakeOver();
        api.MapOfferHandover();
        api.MapAcceptHandover();
        api.MapRefuseHandover();
        api.MapAnswerOnBehalf();
        api.MapListPersons();
        api.MapGetPerson();
    }
}

[JsonSerializable(typeof(PlanAdopted))]
[JsonSerializable(typeof(KloConvened))]
[JsonSerializable(typeof(FunctionSummoned))]
[JsonSerializable(typeof(SummonsAnswered))]
[JsonSerializable(typeof(SummonsUnanswered))]
[JsonSerializable(typeof(ArrivalOverdue))]
[JsonSerializable(typeof(FunctionLeftVacant))]
[JsonSerializable(typeof(HolderCalled))]
[JsonSerializable(typeof(HolderAnswered))]
[JsonSerializable(typeof(HolderSilent))]
[JsonSerializable(typeof(FunctionTakenOver))]
[JsonSerializable(typeof(ReliefPlanned))]
[JsonSerializable(typeof(ReliefCancelled))]
[JsonSerializable(typeof(EnduranceWarned))]
[JsonSerializable(typeof(DecisionsDelegated))]
[JsonSerializable(typeof(DelegationEnded))]
[JsonSerializable(typeof(KloReorganised))]
[JsonSerializable(typeof(StandDownProposed))]
[JsonSerializable(typeof(FunctionStaffed))]
[JsonSerializable(typeof(HandoverOffered))]
[JsonSerializable(typeof(HandoverAccepted))]
[JsonSerializable(typeof(HandoverDeclined))]
[JsonSerializable(typeof(KloStoodDown))]
[JsonSerializable(typeof(KloPlanView))]
[JsonSerializable(typeof(AdoptPlan))]
[JsonSerializable(typeof(StaffFunction))]
[JsonSerializable(typeof(AnswerSummons))]
[JsonSerializable(typeof(SummonPerson))]
[JsonSerializable(typeof(AnswerOnBehalf))]
[JsonSerializable(typeof(OfferHandover))]
[JsonSerializable(typeof(RefuseHandover))]
[JsonSerializable(typeof(NoContent))]
[JsonSerializable(typeof(KloShown))]
[JsonSerializable(typeof(PlanShown))]
[JsonSerializable(typeof(IReadOnlyList<PlanShown>))]
[JsonSerializable(typeof(PersonShown))]
[JsonSerializable(typeof(IReadOnlyList<PersonShown>))]
public sealed partial class KloJson : JsonSerializerContext;
