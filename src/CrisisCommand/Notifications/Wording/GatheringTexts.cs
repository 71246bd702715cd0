using System.Globalization;
using System.Text.Json;
using CrisisCommand.Alerts;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Notifications.Wording;

/// <summary>What is said of alarms that were held back, and of the bounds that hold them: the number, whose, since when.</summary>
public sealed class GatheringTexts(Journals journals, PersonDirectory directory)
{
    /// <summary>Of a summary or a bound that is put in one line already.</summary>
    public static Matter Matter(NoticePurpose purpose, string line)
    {
        var key = $"notifications.{JsonNamingPolicy.KebabCaseLower.ConvertName(purpose.ToString())}";
        return new(
            new($"{key}.subject", new Piece(Piece.OneLine(line))),
            [new("notifications.line", new Piece(Piece.OneLine(line), Rank: 3, Floor: 40))],
            purpose == NoticePurpose.AlertSummary ? new($"{key}.do") : null
        );
    }

    /// <summary>The one line; null where the notice is about something else.</summary>
    public async Task<string?> Of(Realm realm, Notice notice, CultureInfo culture, CancellationToken token)
    {
        if (notice.Sender is not { } sender)
        {
            return null;
        }

        await directory.Names(realm, token);
        var stream = AlertGathering.StreamOf(sender, notice.Receiver ?? notice.Person);
        var facts = await journals.Facts(realm, stream, notice.CauseVersion, notice.CauseVersion, token);
        var words = new Words(culture, nameOf: p => directory.NameOf(realm, p)) { SentAt = notice.ComposedAt };
        return facts is [var fact] ? Line(fact.Event, words) : null;
    }

    public static string? Line(IDomainEvent cause, Words words) =>
        cause switch
        {
            AlertsSummedUp summed => words.Say(
                summed.Weight == AlertWeight.Information ? "notifications.gathered-information" : "notifications.gathered",
                summed.Count,
                words.Person(summed.Sender),
                words.Time(summed.Since),
                string.Join(", ", summed.Kinds.Select(k => $"{words.Kind(k.Kind)} {k.Count}")),
                words.Of(summed.Weight),
                summed.Open
            ),
            AlertMessagesBounded bounded => words.Say(
                $"notifications.bounded.{bounded.Bound}",
                bounded.Limit,
                words.Person(bounded.Sender),
                words.Person(bounded.Person),
                words.Time(bounded.Until)
            ),
            _ => null,
        };
}
