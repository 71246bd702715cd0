using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Timeline;

/// <summary>What the reads of this feature share: the crisis at its head, and its facts in the words of one reader.</summary>
public sealed class CrisisReading(Journals journals, Speaker speaker, EventCatalogue catalogue)
{
    public Task<StreamSnapshot?> Load(Realm realm, Guid crisis, CancellationToken token) =>
        journals.Load(realm, StreamKinds.Crisis, crisis, token);

    /// <summary>The lines of one page: one read of its facts, one of their openings.</summary>
    public async Task<IReadOnlyList<TimelineLine>> Lines(Reader reader, StreamSnapshot crisis, TimelinePage page, CancellationToken token)
    {
        var facts = await Facts(reader.Realm, crisis.Id, page.Marks, token);
        var index = crisis.State<TimelineIndex>();
        return await speaker.Say(reader, words => new LineWriter(catalogue, words).Lines(page, facts, index), token);
    }

    /// <summary>Every fact of the crisis; none where there is no such crisis.</summary>
    public async Task<IReadOnlyList<Fact>> All(Realm realm, Guid crisis, CancellationToken token)
    {
        var facts = await journals.Facts(realm, crisis, 1, null, token);
        return facts is [var first, ..] && catalogue.Of(first.Event).Stream == StreamKinds.Crisis ? facts : [];
    }

    /// <summary>The facts of these marks. Those without a gap are one range of the stream's own index; those with gaps are read by their ids.</summary>
    public Task<IReadOnlyList<Fact>> Facts(Realm realm, Guid crisis, IReadOnlyList<Mark> marks, CancellationToken token)
    {
        if (marks.Count == 0)
        {
            return Task.FromResult<IReadOnlyList<Fact>>([]);
        }

        var (first, last) = (marks.Min(m => m.Version), marks.Max(m => m.Version));
        return last - first == marks.Count - 1
            ? journals.Facts(realm, crisis, first, last, token)
            : journals.FactsById(realm, crisis, marks.Select(m => m.EventId), token);
    }
}
