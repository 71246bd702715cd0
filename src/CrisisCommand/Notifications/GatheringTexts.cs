using System.Globalization;
using CrisisCommand.Alerts;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Notifications;

/// <summary>What is said of alarms that were held back, and of the bounds that hold them: the number, whose, since when.</summary>
public sealed class GatheringTexts(Journals journals, PersonDirectory directory)
{
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
        var words = new Words(culture);
        return facts is [var fact] ? Line(realm, fact.Event, words) : null;
    }

    private string? Line(Realm realm, IDomainEvent cause, Words words) =>
        cause switch
        {
            AlertsSummedUp summed => words.Say(
                summed.Weight == AlertWeight.Information ? "notifications.gathered-information" : "notifications.gathered",
                summed.Count,
                Name(realm, summed.Sender),
                words.Time(summed.Since)[11..16],
                string.Join(", ", summed.Kinds.Select(k => $"{words.Kind(k.Kind)} {k.Count}")),
                words.Of(summed.Weight),
                summed.Open
            ),
            AlertMessagesBounded bounded => words.Say(
                $"notifications.bounded.{bounded.Bound}",
                bounded.Limit,
                Name(realm, bounded.Sender),
                Name(realm, bounded.Person),
                words.Time(bounded.Until)[11..16]
            ),
            _ => null,
        };

    private string Name(Realm realm, PersonId person) => directory.NameOf(realm, person) ?? person.Value;
}
