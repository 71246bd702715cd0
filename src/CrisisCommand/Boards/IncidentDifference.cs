using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.Boards;

/// <summary>What became otherwise of one linked incident: what was heard of it, how grave it is, who disputes it, and whether it stands.</summary>
internal sealed class IncidentDifference(BoardIncident was, BoardIncident now, Words words)
{
    /// <summary>Incident by incident, in the order of the later board; then those that are linked no more.</summary>
    public static IEnumerable<BoardChange> Between(IReadOnlyList<BoardIncident> from, IReadOnlyList<BoardIncident> to, Words words)
    {
        var before = from.ToDictionary(i => i.IncidentId);
        foreach (var now in to)
        {
            var changes = before.Remove(now.IncidentId, out var earlier)
                ? new IncidentDifference(earlier, now, words).Changes()
                : [new IncidentDifference(now, now, words).Say("boards.incident-linked")];
            foreach (var change in changes)
            {
                yield return change;
            }
        }

        foreach (var gone in before.Values)
        {
            yield return new IncidentDifference(gone, gone, words).Say("boards.incident-unlinked");
        }
    }

    private IEnumerable<BoardChange> Changes()
    {
        if (now.LearnedAt != was.LearnedAt && now.Last is { } last)
        {
            yield return Say(now.Heard is null ? "boards.incident-reported" : "boards.incident-told", words.Of(last), now.Heard);
        }

        if (now.Conflicts > was.Conflicts)
        {
            yield return Say("boards.incident-claimed");
        }

        if (now.CancelledBySender != was.CancelledBySender && now.Open)
        {
            yield return Say(now.CancelledBySender ? "boards.incident-cancelled-by-sender" : "boards.incident-goes-on");
        }

        if (now.Severity != was.Severity)
        {
            yield return Say("boards.incident-severity", was.SeverityName, now.SeverityName);
        }
    }

    private BoardChange Say(string wording, params object?[] more) =>
        BoardDifference.Change(words, BoardCell.Incident, $"{now.IncidentId}", wording, [NameOf(now), .. more]);

    private static string NameOf(BoardIncident incident) =>
        string.Join(", ", new[] { incident.Headline ?? incident.KindName, incident.Place }.OfType<string>());
}
