using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Timeline;

/// <summary>What the reads of this feature share: the crisis at its head, and its facts in the words of one reader.</summary>
public sealed class CrisisReader(Journals journals, Openings openings, PersonDirectory directory, EventCatalogue catalogue)
{
    public Task<StreamSnapshot?> Load(Realm realm, Guid crisis, CancellationToken token) =>
        journals.Load(realm, StreamKinds.Crisis, crisis, token);

    /// <summary>The lines of one page: one read of its facts, one of their openings.</summary>
    public async Task<IReadOnlyList<TimelineLine>> Lines(Reader reader, StreamSnapshot crisis, TimelinePage page, CancellationToken token)
    {
        var facts = await Facts(reader.Realm, crisis.Id, page.Marks, token).ConfigureAwait(false);
        var (words, nameOf) = await Speak(reader, facts, [], token).ConfigureAwait(false);
        return new LineWriter(catalogue, words, nameOf).Lines(page, facts, crisis.State<TimelineIndex>());
    }

    /// <summary>Every fact of the crisis; none where there is no such crisis.</summary>
    public async Task<IReadOnlyList<Fact>> All(Realm realm, Guid crisis, CancellationToken token)
    {
        var facts = await journals.Facts(realm, crisis, 1, null, token).ConfigureAwait(false);
        return facts is [var first, ..] && catalogue.Of(first.Event).Stream == StreamKinds.Crisis ? facts : [];
    }

    /// <summary>Words for these facts and some texts more, and the names of the persons in them.</summary>
    public async Task<(Words Words, Func<PersonId, string?> NameOf)> Speak(
        Reader reader,
        IReadOnlyList<Fact> facts,
        IEnumerable<CommittedText> more,
        CancellationToken token
    )
    {
        var wanted = facts.SelectMany(f => f.Event.Texts).Concat(more).Where(t => t.Commitment is not null).ToList();
        var texts = await openings.Read(reader, wanted, token).ConfigureAwait(false);
        await directory.Names(reader, token).ConfigureAwait(false);
        Func<PersonId, string?> nameOf = person => directory.NameOf(reader, person);
        return (reader.Words(texts, nameOf), nameOf);
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
