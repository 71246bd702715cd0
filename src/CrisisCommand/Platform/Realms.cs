using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform;

/// <summary>Live, or the name of an exercise. It is Marten's tenant, fixed at the edge, never a field of a command.</summary>
public readonly record struct Realm(string Name)
{
    public static readonly Realm Live = new("live");

    public bool IsLive => this == Live;

    public override string ToString() => Name;
}

public sealed class RealmOptions
{
    /// <summary>Names of the exercise realms, kebab-case. Configuration until exercises create their own.</summary>
    public List<string> Exercises { get; init; } = [];
}

/// <summary>The realms there are; a route that names another one is 404.</summary>
public sealed class Realms(IOptions<RealmOptions> options)
{
    public IReadOnlyList<Realm> All { get; } =
    [Realm.Live, .. options.Value.Exercises.Where(name => Key.TryParse<PlanName>(name, out _)).Select(name => new Realm(name))];

    public bool Knows(string? name) => All.Any(realm => realm.Name == name);
}
