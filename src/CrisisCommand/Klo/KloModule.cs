using System.Text.Json.Serialization;
using CrisisCommand.Klo.Endurance;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Klo;

public static class KloModule
{
    private const string Times =
        "CrisisCommand:AnswerWithin, CrisisCommand:ArriveWithin and CrisisCommand:ArrivalGrace are times of a day at most, the first two above zero.";

    public static void AddKlo(this IServiceCollection services)
    {
        services.AddFeature(new Facts(KloJson.Default).State<KloPlan>(StreamKinds.Plan).State<KloActivation>(StreamKinds.Crisis), MapKlo);
        services.AddEndurance();
        services.AddOptions<KloTimes>().BindConfiguration("CrisisCommand").Validate(t => t.AreSane, Times).ValidateOnStart();
        services.AddSingleton(s => s.GetRequiredService<IOptions<KloTimes>>().Value);
        services.FollowEvents<SummonsClock>();
        services.AddSingleton<PersonReading>();
        services.AddSingleton<AdoptedPlans>();
        services.AddSingleton<SummonsLinks>();
        services.AddSingleton(new LinkPath(AnswerByLinkEndpoint.Path));
        services.AddSingleton<AnswerPages>();
        services.ConfigureMarten(o => o.Projections.Add(new ViewProjection<KloPlanView>(typeof(PlanAdopted)), ProjectionLifecycle.Inline));
    }

    private static void MapKlo(this IEndpointRouteBuilder api)
    {
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
