using System.Text.Json.Serialization;
using CrisisCommand.Platform;
using JasperFx.Events.Projections;
using Marten;

namespace CrisisCommand.Klo;

public static class KloModule
{
    public static void AddKlo(this IServiceCollection services)
    {
        services.AddSingleton(
            new Facts()
                .Event<PlanAdopted>("plan_adopted", StreamKinds.Plan)
                .Event<KloConvened>("klo_convened", StreamKinds.Crisis)
                .Event<FunctionSummoned>("function_summoned", StreamKinds.Crisis)
                .Event<SummonsAnswered>("summons_answered", StreamKinds.Crisis)
                .Event<FunctionStaffed>("function_staffed", StreamKinds.Crisis)
                .Event<HandoverOffered>("handover_offered", StreamKinds.Crisis)
                .Event<HandoverAccepted>("handover_accepted", StreamKinds.Crisis)
                .Event<HandoverDeclined>("handover_declined", StreamKinds.Crisis)
                .Event<KloStoodDown>("klo_stood_down", StreamKinds.Crisis)
                .State<KloPlan>(StreamKinds.Plan)
                .State<KloActivation>(StreamKinds.Crisis)
                .Json(KloJson.Default)
        );
        services.AddSingleton<FunctionHeld>(
            (stream, person) => stream.Kind == StreamKinds.Crisis ? stream.State<KloActivation>().HeldBy(person)?.Function : null
        );
        services.ConfigureMarten(o => o.Projections.Add(new ViewProjection<KloPlanView>(typeof(PlanAdopted)), ProjectionLifecycle.Inline));
    }

    public static void MapKlo(this IEndpointRouteBuilder api)
    {
        api.MapListPlans();
        api.MapGetPlan();
        api.MapAdoptPlan();
        api.MapGetKlo();
        api.MapAnswerSummons();
        api.MapStaffFunction();
        api.MapOfferHandover();
        api.MapAcceptHandover();
        api.MapRefuseHandover();
    }
}

[JsonSerializable(typeof(PlanAdopted))]
[JsonSerializable(typeof(KloConvened))]
[JsonSerializable(typeof(FunctionSummoned))]
[JsonSerializable(typeof(SummonsAnswered))]
[JsonSerializable(typeof(FunctionStaffed))]
[JsonSerializable(typeof(HandoverOffered))]
[JsonSerializable(typeof(HandoverAccepted))]
[JsonSerializable(typeof(HandoverDeclined))]
[JsonSerializable(typeof(KloStoodDown))]
[JsonSerializable(typeof(KloPlanView))]
[JsonSerializable(typeof(AdoptPlan))]
[JsonSerializable(typeof(StaffFunction))]
[JsonSerializable(typeof(AnswerSummons))]
[JsonSerializable(typeof(OfferHandover))]
[JsonSerializable(typeof(RefuseHandover))]
[JsonSerializable(typeof(NoContent))]
[JsonSerializable(typeof(KloShown))]
[JsonSerializable(typeof(PlanShown))]
[JsonSerializable(typeof(IReadOnlyList<PlanShown>))]
public sealed partial class KloJson : JsonSerializerContext;
