using System.Reflection;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using CrisisCommand.Tests.House;

namespace CrisisCommand.Tests.Platform;

/// <summary>A stream folded piece by piece in the cache holds what one fold of all its facts holds.</summary>
public class StreamSnapshotTests
{
    public static TheoryData<string> Streams => [.. Composition.Features.SelectMany(f => f.States).Select(s => s.Stream).Distinct()];

    [Theory]
    [MemberData(nameof(Streams))]
    public void Every_state_is_the_fold_of_all_facts_wherever_the_cache_was_cut(string kind)
    {
        var facts = FactsOf(kind);
        for (var cut = 0; cut <= facts.Count; cut++)
        {
            var snapshot = Empty(kind).After(facts.Take(cut), Composition.Catalogue).After(facts.Skip(cut), Composition.Catalogue);

            (snapshot.Version, snapshot.LastRecordedAt).ShouldBe((facts[^1].Version, facts[^1].RecordedAt));
            snapshot.States.Select(s => s.GetType()).ShouldBe(Composition.Catalogue.StatesOf(kind).Select(s => s.Type));
            foreach (var state in snapshot.States)
            {
                state.ShouldHoldTheSameAs(Fold(state.GetType(), facts));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_fold_of_facts_as_stored_holds_the_same_commitments(string kind)
    {
        var facts = FactsOf(kind);
        var read = facts.Select(f => f with { Event = ThroughTheStore(f.Event) }).ToList();
        foreach (var state in Composition.Catalogue.StatesOf(kind))
        {
            Fold(state.Type, read).ShouldHoldTheSameAs(Fold(state.Type, facts));
        }
    }

    [Fact]
    public void A_snapshot_is_not_changed_by_what_comes_after()
    {
        var facts = FactsOf(StreamKinds.Crisis);
        var early = Empty(StreamKinds.Crisis).After(facts.Take(2), Composition.Catalogue);
        var states = early.States.ToArray();

        early.After(facts.Skip(2), Composition.Catalogue).Version.ShouldBe(facts.Count);
        early.Version.ShouldBe(2);
        early.States.ShouldBe(states);
    }

    [Fact]
    public void An_empty_stream_does_not_exist_and_holds_the_initial_states()
    {
        var empty = Empty(StreamKinds.Crisis);
        empty.Exists.ShouldBeFalse();
        empty.States.ShouldBe(Composition.Catalogue.StatesOf(StreamKinds.Crisis).Select(s => s.Initial));
    }

    private static StreamSnapshot Empty(string kind) => StreamSnapshot.Empty(kind, Ids.Named("sample"), Composition.Catalogue);

    /// <summary>One of each event of that kind of stream, in the order in which the features list them.</summary>
    private static IReadOnlyList<Fact> FactsOf(string kind) => Sample.Facts(InOrderOfLife(kind).Select(e => Sample.Of(e.Type)));

    private static IEnumerable<EventType> InOrderOfLife(string kind) =>
        Composition
            .Events.Where(e => e.Stream == kind)
            .OrderBy(e =>
                e.Name is "crisis_declared" ? 0
                : e.Name is "klo_convened" ? 1
                : 2
            );

    private static IDomainEvent ThroughTheStore(IDomainEvent data)
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Composition.Store.ToJson(data)));
        return (IDomainEvent)Composition.Store.FromJson(data.GetType(), json);
    }

    private static object Fold(Type state, IEnumerable<Fact> facts) =>
        typeof(Fold)
            .GetMethod(nameof(CrisisCommand.Platform.Texts.Fold.Of), BindingFlags.Public | BindingFlags.Static)!
            .MakeGenericMethod(state)
            .Invoke(null, [facts])!;
}
