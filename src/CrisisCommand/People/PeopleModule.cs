using System.Text.Json.Serialization;
using CrisisCommand.Platform;
using JasperFx.Events.Projections;
using Marten;

namespace CrisisCommand.People;

public static class PeopleModule
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<PersonDirectory>();
        services.AddSingleton(
            new Facts()
                .Event<PersonRegistered>("person_registered", StreamKinds.Person)
                .Event<ReachabilityGiven>("reachability_given", StreamKinds.Person)
                .State<Person>(StreamKinds.Person)
                .Json(PeopleJson.Default)
        );
        services.ConfigureMarten(o =>
            o.Projections.Add(new ViewProjection<Person>(typeof(PersonRegistered), typeof(ReachabilityGiven)), ProjectionLifecycle.Inline)
        );
    }

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapRegisterPerson();
        api.MapGiveReachability();
    }
}

[JsonSerializable(typeof(PersonRegistered))]
[JsonSerializable(typeof(ReachabilityGiven))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(RegisterPerson))]
[JsonSerializable(typeof(GiveReachability))]
public sealed partial class PeopleJson : JsonSerializerContext;
