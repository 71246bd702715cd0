using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.Notifications.Wording;

/// <summary>What a notice about an alarm says: what, where, how bad, since when and from whom, and what to do until when.</summary>
public sealed record IncidentMatter(Notice Notice, Incident Incident)
{
    public Matter In(Words words)
    {
        var (key, isCall) = (CrisisMatter.KeyOf(Notice.Purpose), Notice.Purpose == NoticePurpose.Alert);
        var what = What(words);
        var where = string.Concat(Where(words, what).Select(place => $", {place}"));
        var headline = Incident.Headline is { } text ? Piece.OneLine(words.Text(text)) : "";
        var detail = Incident.Text is { } said ? Piece.OneLine(words.Text(said)) : "";
        ImmutableArray<Sentence> sentences =
        [
            .. isCall ? Array.Empty<Sentence>() : [new($"{key}.core")],
            new("notifications.alert.what", new Piece(what, Rank: 3, Floor: 20), new Piece(where, Rank: 5, Floor: 24)),
            .. HowBad(words),
            .. IsSaid(headline, what)
                ? new[] { new Sentence("notifications.alert.headline", [new(headline, Rank: 10, Floor: 30)], Rank: 9) }
                : [],
            new("notifications.alert.origin", [new(words.Time(Incident.ReportedAt)), new(Piece.OneLine(Source(words)))], Rank: 8),
        ];
        var asked = Notice.AnswerBy is { } by ? words.Time(by) : "";
        return new(
            new($"{key}.subject", new Piece(what), new Piece(where)),
            sentences,
            isCall ? new($"{key}.do", asked, IsPersonal: true) : null,
            IsSaid(detail, what) && detail != headline ? detail : ""
        );
    }

    /// <summary>Nothing where nobody has said.</summary>
    private IEnumerable<Sentence> HowBad(Words words)
    {
        if (Incident.Severity != Severity.Unknown)
        {
            yield return new("notifications.alert.severity", [new(words.Of(Incident.Severity))], Rank: 4);
        }
    }

    /// <summary>The kind; a headline where that says more than that it is of no kind we know.</summary>
    private string What(Words words) =>
        Incident is { Kind: var kind, Headline: { } headline } && kind == IncidentKind.Other
            ? Piece.OneLine(words.Text(headline))
            : words.Kind(Incident.Kind);

    /// <summary>The place, then those areas of ours that it does not name already; nothing that was said before.</summary>
    private ImmutableArray<string> Where(Words words, string what)
    {
        var said = ImmutableArray.CreateBuilder<string>();
        var place = Incident.Place is { } written ? Piece.OneLine(words.Text(written)) : "";
        foreach (var next in Incident.Areas.Select(a => words.Area(a)).Prepend(place))
        {
            if (next.Length > 0 && !Names(what, next) && !said.Any(s => Names(s, next)))
            {
                said.Add(next);
            }
        }

        return said.ToImmutable();
    }

    private string Source(Words words) =>
        Incident.Via is { } via
            ? words.Say("incidents.source-via", words.Of(Incident.Source), words.Person(via))
            : words.Of(Incident.Source);

    private static bool IsSaid(string text, string what) => text.Length > 0 && !Names(what, text);

    private static bool Names(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);
}
