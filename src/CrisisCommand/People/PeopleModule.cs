using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using JasperFx.Events.Projections;
using Marten;

namespace CrisisCommand.People;

public static class PeopleModule
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<PersonDirectory>();
        services.AddSingleton<Speaker>();
        var facts = new Facts(PeopleJson.Default).State<Person>(StreamKinds.Person);
        services.AddFeature(facts, MapPeople);
        services.ConfigureMarten(o =>
            o.Projections.Add(new ViewProjection<Person>(facts.On(StreamKinds.Person)), ProjectionLifecycle.Inline)
        );
    }

    private static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapRegisterPerson();
        api.MapGiveReachability();
    }
}

[JsonSerializable(typeof(PersonRegistered))]
[JsonSerializable(typeof(MachineRegistered))]
[JsonSerializable(typeof(ReachabilityGiven))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(RegisterPerson))]
[JsonSerializable(typeof(GiveReachability))]
public sealed partial class PeopleJson : JsonSerializerContext;
