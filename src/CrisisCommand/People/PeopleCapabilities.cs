using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.People;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class PeopleCapabilities
{
    public static readonly Capability ReadPersons = new("read-persons");
    public static readonly Capability RegisterPerson = new("register-person");
}
