using System.Text.Json;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using JasperFx.Events;
using Marten;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// Reads streams as far as they are whole: versions without a hole up to the stream's head, each of them readable. What comes after a break
/// is no part of what is known, since nobody can say what is missing.
/// </summary>
public sealed class JournalReading(IDocumentStore store, JournalBreaks breaks)
{
    /// <summary>From one version to another, both included, or to the head.</summary>
    public async Task<IReadOnlyList<Fact>> Read(Realm realm, Guid id, long from, long? to, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        try
        {
            // The head first: what is committed between the two looks is then more than expected, never less.
            var batch = session.CreateBatchQuery();
            var head = batch.Events.FetchStreamState(id);
            var stored = batch.Events.FetchStream(id, version: to ?? 0, fromVersion: from);
            await batch.Execute(token);
            var last = (await head)?.Version ?? 0;
            return Whole(realm, id, from, Math.Min(to ?? last, last), await stored);
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            return await ReadUpToTheUnreadable(realm, id, from, to, token);
        }
    }

    private IReadOnlyList<Fact> Whole(Realm realm, Guid id, long from, long expected, IReadOnlyList<IEvent> stored)
    {
        var next = from;
        foreach (var one in stored.TakeWhile(e => e.Version == next))
        {
            next = one.Version + 1;
        }

        breaks.Read(realm, id, from, next - 1);
        if (next <= expected || next - from < stored.Count)
        {
            breaks.Report(new(realm.Name, id, next, "this version is missing"));
        }

        return [.. stored.Take((int)(next - from)).Select(StoredFacts.FactOf)];
    }

    /// <summary>One by one: rare, and then it must not matter what exactly is wrong.</summary>
    private async Task<IReadOnlyList<Fact>> ReadUpToTheUnreadable(Realm realm, Guid id, long from, long? to, CancellationToken token)
    {
        var facts = new List<Fact>();
        await using var session = store.QuerySession(realm.Name);
        for (var version = from; to is null || version <= to; version++)
        {
            try
            {
                var one = await session.Events.FetchStreamAsync(id, version, fromVersion: version, token: token);
                if (one.Count == 0)
                {
                    break;
                }

                facts.Add(StoredFacts.FactOf(one[0]));
            }
            catch (Exception unreadable) when (IsUnreadable(unreadable))
            {
                breaks.Report(new(realm.Name, id, version, "this event cannot be read"));
                break;
            }
        }

        return facts;
    }

    private static bool IsUnreadable(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (
                exception
                is JsonException
                    or UnknownEventTypeException
                    or Marten.Exceptions.UnknownEventTypeException
                    or EventDeserializationFailureException
                    or Marten.Exceptions.EventDeserializationFailureException
                    or NotSupportedException
            )
            {
                return true;
            }
        }

        return false;
    }
}
