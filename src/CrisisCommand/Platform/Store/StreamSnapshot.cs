using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Platform.Store;

/// <summary>One stream as folded up to a version, for every feature that follows that kind of stream. Immutable, so it is shared freely.</summary>
public sealed record StreamSnapshot(string Kind, Guid Id, long Version, DateTimeOffset LastRecordedAt, ImmutableArray<object> States)
{
    public static StreamSnapshot Empty(string kind, Guid id, EventCatalogue catalogue) =>
        new(kind, id, 0, DateTimeOffset.MinValue, [.. catalogue.StatesOf(kind).Select(s => s.Initial)]);

    public bool Exists => Version > 0;

    public TState State<TState>()
        where TState : class, IState<TState> => States.OfType<TState>().First();

    public StreamSnapshot After(IEnumerable<Fact> facts, EventCatalogue catalogue)
    {
        var types = catalogue.StatesOf(Kind);
        var states = States.ToArray();
        var (version, recordedAt) = (Version, LastRecordedAt);
        foreach (var fact in facts)
        {
            for (var i = 0; i < states.Length; i++)
            {
                states[i] = types[i].After(states[i], fact);
            }

            (version, recordedAt) = (fact.Version, fact.RecordedAt);
        }

        return this with
        {
            Version = version,
            LastRecordedAt = recordedAt,
            States = [.. states],
        };
    }
}
