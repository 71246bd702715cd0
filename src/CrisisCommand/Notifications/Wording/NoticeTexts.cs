using System.Globalization;
using CrisisCommand.Alerts;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.People;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Notifications.Wording;

/// <summary>What is said, and whether the link follows it; the link itself is put there on the way out, and stands nowhere else.</summary>
public sealed record NoticeText(string Words, bool Linked);

/// <summary>
/// What is said in a notice, from the words of its matter as they stand when it is sent. The link comes after all words and is no part of
/// them: nothing that a person wrote can be where it goes. An address that a person wrote stays what they wrote.
/// </summary>
public sealed class NoticeTexts(Speaker speaker, MatterReading matters, SummonsLinks links, AlertLinks alerts, OutsideOptions outside)
{
    /// <summary>The text for a channel, without the link that may follow it. Of an e-mail, the first line is the subject.</summary>
    public async Task<NoticeText> Compose(Realm realm, Notice notice, Channel channel, CultureInfo culture, CancellationToken token)
    {
        var matter = await matters.Of(realm, notice, culture, token);
        var linked = channel != Channel.Voice && UrlOf(realm, notice) is not null;
        var form = new MessageForm(channel, !realm.IsLive, linked, outside.CallNumber, notice.IsLast);
        var said = await speaker.SayInMessage(realm, culture, notice.ComposedAt, words => form.Say(matter(words), words), token);
        return new(said, linked);
    }

    /// <summary>The link that follows the words on their way out.</summary>
    public Uri? LinkOf(Realm realm, Notice notice, NoticeAttempt attempt) =>
        attempt.Linked && UrlOf(realm, notice) is { } url ? new(url) : null;

    private string? UrlOf(Realm realm, Notice notice) =>
        notice is { Purpose: NoticePurpose.Summons, CrisisId: { } crisis, AnswerBy: { } by }
            ? links.UrlOf(realm, crisis, notice.CauseVersion, by)
        : notice is { Purpose: NoticePurpose.Alert, IncidentId: { } incident, AnswerBy: { } until }
            ? alerts.UrlOf(realm, incident, notice.CauseVersion, until)
        : notice.Purpose == NoticePurpose.AlertSummary && outside.PublicAddress is { } address ? new Uri(address, $"/{realm}").ToString()
        : null;
}
