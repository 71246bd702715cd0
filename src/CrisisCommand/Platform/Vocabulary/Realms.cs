using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>Live, or the name of an exercise. It is Marten's tenant, fixed at the edge, never a field of a command.</summary>
public readonly record struct Realm(string Name)
{
    public static readonly Realm Live = new("live");

    public bool IsLive => this == Live;

    public override string ToString() => Name;
}

public sealed class RealmOptions
{
    /// <summary>
    /// Names of the exercise realms, kebab-case, and no first part of another address (<see cref="ReservedKeys.OfRealms"/>). Configuration
    /// until exercises create their own.
    /// </summary>
    public List<string> Exercises { get; init; } = [];
}

/// <summary>The realms there are; a route that names another one is 404.</summary>
public sealed class Realms(IOptions<RealmOptions> options)
{
    public IReadOnlyList<Realm> All { get; } = [Realm.Live, .. options.Value.Exercises.Where(MayBeOne).Select(name => new Realm(name))];

    public static bool MayBeOne(string name) => Key.IsInForm(name) && !ReservedKeys.OfRealms.Contains(name);

    public bool Knows(string? name) => All.Any(realm => realm.Name == name);
}
