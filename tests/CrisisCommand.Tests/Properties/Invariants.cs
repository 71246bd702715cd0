using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Properties;

/// <summary>What must hold of any world (domain.md §5), read from its facts and not from the states that the rules went by.</summary>
internal static class Invariants
{
    public static IEnumerable<string> Refolded(World world) =>
        from stream in world.Streams
        let head = world.HeadOf(stream)
        let again = StreamSnapshot.Empty(head.Kind, stream, World.Catalogue).After(world.FactsOf(stream), World.Catalogue)
        from pair in head.States.Zip(again.States)
        where Story.Show(pair.First) != Story.Show(pair.Second)
        select $"{pair.First.GetType().Name} is not what its facts fold to";

    public static IEnumerable<string> Numbered(World world)
    {
        var numbers = Events(world).OfType<DecisionTaken>().Select(d => d.Number).ToList();
        if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)))
        {
            yield return $"decisions are numbered {string.Join(", ", numbers)}";
        }

        var closed = Events(world).Select(ClosedBy).OfType<int>().ToList();
        if (closed.Distinct().Count() != closed.Count || closed.Any(n => n > numbers.Count))
        {
            yield return $"decisions are closed twice, or before they were taken: {string.Join(", ", closed)}";
        }
    }

    public static IEnumerable<string> HeldByOne(World world)
    {
        var holders = new Dictionary<FunctionKey, PersonId>();
        foreach (var happened in Events(world))
        {
            if (happened is FunctionStaffed staffed && !holders.TryAdd(staffed.Function, staffed.Person))
            {
                yield return $"{staffed.Function} is taken by {staffed.Person} while {holders[staffed.Function]} holds it";
            }

            if (happened is HandoverAccepted accepted)
            {
                if (!holders.TryGetValue(accepted.Function, out var holder) || holder != accepted.From)
                {
                    yield return $"{accepted.Function} is handed over by {accepted.From}, who does not hold it";
                }

                holders[accepted.Function] = accepted.To;
            }

            if (happened is FunctionTakenOver taken)
            {
                if (!holders.TryGetValue(taken.Function, out var silent) || silent != taken.From)
                {
                    yield return $"{taken.Function} is taken over from {taken.From}, who does not hold it";
                }

                holders[taken.Function] = taken.To;
            }
        }

        foreach (var post in world.State<KloActivation>().Posts.Where(p => p.Holder is not null))
        {
            if (!holders.TryGetValue(post.Function, out var holder) || post.Holder != holder)
            {
                yield return $"{post.Function} is shown as held by {post.Holder}";
            }
        }
    }

    public static IEnumerable<string> QuietAfterStandDown(World world)
    {
        var facts = world.FactsOf(World.CrisisId);
        var end = facts.FirstOrDefault(f => f.Event is KloStoodDown);
        return from fact in facts
            where end is not null && fact.Version > end.Version && !IsAfterword(fact.Event, end.RecordedAt)
            select $"{fact.Event.GetType().Name} after the stand-down";
    }

    private static bool IsAfterword(IDomainEvent happened, DateTimeOffset end) =>
        happened is EntryCorrected || (happened is EntryWritten { LateReason: not null } late && late.Happened <= end);

    private static int? ClosedBy(IDomainEvent happened) =>
        happened switch
        {
            DecisionExecuted executed => executed.Number,
            DecisionRevised revised => revised.Number,
            DecisionWithdrawn withdrawn => withdrawn.Number,
            _ => null,
        };

    private static IEnumerable<IDomainEvent> Events(World world) => world.FactsOf(World.CrisisId).Select(f => f.Event);
}
