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
        services.AddSingleton(new Facts().Event<PersonRegistered>("person_registered", StreamKinds.Person).Json(PeopleJson.Default));
        services.ConfigureMarten(o => o.Projections.Add(new ViewProjection<Person>(typeof(PersonRegistered)), ProjectionLifecycle.Inline));
    }
}

[JsonSerializable(typeof(PersonRegistered))]
[JsonSerializable(typeof(Person))]
public sealed partial class PeopleJson : JsonSerializerContext;
