using System.Globalization;
using System.Text.Json;
using CrisisCommand.Access;
using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Notifications;

/// <summary>What is said, and whether the link follows it; the link itself is put there on the way out, and stands nowhere else.</summary>
public sealed record NoticeText(string Words, bool Linked);

/// <summary>
/// What is said in a notice, from the words of its crisis as they stand when it is sent. The link comes after all words and is no part of
/// them: nothing that a person wrote can be where it goes. An address that a person wrote stays what they wrote.
/// </summary>
/// <remarks>There is one text for each purpose, and each is about something else; the channels share the rest.</remarks>
public sealed class NoticeTexts(
    Journals journals,
    Speaker speaker,
    SummonsLinks links,
    AlertLinks alerts,
    GatheringTexts gatherings,
    OutsideOptions outside,
    IEnumerable<SubjectOf> subjects
)
{
    /// <summary>The text for a channel, without the link that may follow it. Of an e-mail, the first line is the subject.</summary>
    public async Task<NoticeText> Compose(Realm realm, Notice notice, Channel channel, CultureInfo culture, CancellationToken token)
    {
        var about = await About(realm, notice, culture, token);
        return await speaker.SayForHouse(realm, culture, words => Compose(realm, notice, channel, about(words), words), token);
    }

    private NoticeText Compose(Realm realm, Notice notice, Channel channel, (string Title, string Function) about, Words words)
    {
        var until = notice.AnswerBy is { } by ? words.Time(by)[11..16] : "";
        var linked = channel != Channel.Voice && UrlOf(realm, notice) is not null;
        var said = words.Say(
            $"notifications.{Kebab(notice.Purpose)}.{Kebab(channel)}{Variant(channel, linked)}",
            OneLine(about.Title),
            OneLine(about.Function),
            until,
            outside.CallNumber
        );
        return new(realm.IsLive ? said : words.Say("notifications.exercise", said), linked);
    }

    /// <summary>The link that follows the words on their way out.</summary>
    public Uri? LinkOf(Realm realm, Notice notice, NoticeAttempt attempt) =>
        attempt.Linked && UrlOf(realm, notice) is { } url ? new(url) : null;

    /// <summary>A voice reads no link; it can say a number to call.</summary>
    private string Variant(Channel channel, bool linked) =>
        linked ? ".link"
        : channel == Channel.Voice && outside.CallNumber is not null ? ".call"
        : "";

    /// <summary>What people wrote stays within its line: lines of its own could pass for ours, and for an e-mail's subject.</summary>
    private static string OneLine(string written) =>
        string.Join(' ', written.Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static readonly char[] Breaks = ['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    private string? UrlOf(Realm realm, Notice notice) =>
        notice is { Purpose: NoticePurpose.Summons, CrisisId: { } crisis, AnswerBy: { } by }
            ? links.UrlOf(realm, crisis, notice.CauseVersion, by)
        : notice is { Purpose: NoticePurpose.Alert, IncidentId: { } incident, AnswerBy: { } until }
            ? alerts.UrlOf(realm, incident, notice.CauseVersion, until)
        : notice.Purpose == NoticePurpose.AlertSummary && outside.PublicAddress is { } address ? new Uri(address, $"/{realm}").ToString()
        : null;

    /// <summary>What it is about, and for which function or by whom, to be put into words.</summary>
    private async Task<Func<Words, (string Title, string Function)>> About(
        Realm realm,
        Notice notice,
        CultureInfo culture,
        CancellationToken token
    )
    {
        if (await gatherings.Of(realm, notice, culture, token) is { } counted)
        {
            return _ => (counted, "");
        }

        if (notice.CauseStream is { } stream)
        {
            return await OfRight(realm, notice, stream, token);
        }

        if (notice.CrisisId is not { } id || await journals.Load(realm, StreamKinds.Crisis, id, token) is not { } crisis)
        {
            return await OfIncident(realm, notice, token);
        }

        var plan = await PinnedPlan.Of(journals, realm, crisis.State<KloActivation>(), token);
        var planned = plan.Functions.FirstOrDefault(f => f.Key == notice.Function)?.Name;
        var title = subjects.Select(s => s(crisis).Title).FirstOrDefault();
        return words => (words.Text(title), planned is null ? words.Function(notice.Function) : words.Text(planned));
    }

    /// <summary>What was given or taken, and by whom; no reasons, numbers or addresses, which are not for a message.</summary>
    private async Task<Func<Words, (string Title, string Function)>> OfRight(
        Realm realm,
        Notice notice,
        Guid stream,
        CancellationToken token
    )
    {
        var facts = await journals.Facts(realm, stream, notice.CauseVersion, notice.CauseVersion, token);
        var declared = notice.CrisisId is { } crisis ? await journals.Facts(realm, crisis, 1, 1, token) : [];
        return words =>
        {
            var what = string.Join(' ', facts.Select(f => OfRight(f.Event, words)));
            // The crisis by when it was declared: whoever is let in may have no right to its title.
            return (
                declared is [{ } first] ? words.Say("notifications.in-crisis", words.Time(first.RecordedAt)[..16], what) : what,
                string.Join(", ", facts.Select(f => words.Person(f.By)))
            );
        };
    }

    private static string OfRight(IDomainEvent happened, Words words) =>
        happened switch
        {
            AccessClosed e => words.Say("notifications.closed", words.Person(e.Person)),
            AccessReopened e => words.Say("notifications.reopened", words.Person(e.Person)),
            PersonRegistered e => words.Say("notifications.moved", words.Person(e.Person)),
            DecisionsDelegated e => words.Say("notifications.delegated", words.Function(e.Function)),
            ReachabilityGiven e => words.Say("notifications.moved", words.Person(e.Person)),
            var other => other.InWords(words),
        };

    private async Task<Func<Words, (string Title, string Function)>> OfIncident(Realm realm, Notice notice, CancellationToken token)
    {
        var stream = notice.IncidentId is { } id ? await journals.Load(realm, StreamKinds.Incident, id, token) : null;
        var incident = stream?.State<Incident>() ?? Incident.Initial;
        var said = new[] { incident.Headline, incident.Place }.OfType<CommittedText>().ToList();
        return words =>
            (
                said.Count == 0 ? words.Kind(incident.Kind) : string.Join(", ", said.Select(t => words.Text(t))),
                words.Function(notice.Function)
            );
    }

    private static string Kebab<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
