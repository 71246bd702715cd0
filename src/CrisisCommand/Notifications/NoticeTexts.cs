using System.Globalization;
using System.Text.Json;
using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Notifications;

/// <summary>What is said in a notice, from the words of its crisis as they stand when it is sent.</summary>
public sealed class NoticeTexts(
    Journals journals,
    Openings openings,
    SummonsLinks links,
    AlertLinks alerts,
    OutsideOptions outside,
    IEnumerable<SubjectOf> subjects
)
{
    /// <summary>
    /// Stands where the link stood. Whoever reads the record sees what was said, but is not handed the means to answer in somebody's name.
    /// </summary>
    public const string LinkMark = "[länk]";

    /// <summary>The text for a channel, with <see cref="LinkMark"/> for the link. Of an e-mail, the first line is the subject.</summary>
    public async Task<string> Compose(Realm realm, Notice notice, Channel channel, CultureInfo culture, CancellationToken token)
    {
        var (title, function, words) = await About(realm, notice, culture, token).ConfigureAwait(false);
        var until = notice.AnswerBy is { } by ? words.Time(by)[11..16] : "";
        var said = words.Say(
            $"notifications.{Kebab(notice.Purpose)}.{Kebab(channel)}{Variant(realm, notice, channel)}",
            title,
            function,
            until,
            LinkMark,
            outside.CallNumber
        );
        return realm.IsLive ? said : words.Say("notifications.exercise", said);
    }

    /// <summary>The text as it goes out.</summary>
    public string WithLink(string text, Realm realm, Notice notice) =>
        UrlOf(realm, notice) is { } url ? text.Replace(LinkMark, url, StringComparison.Ordinal) : text;

    /// <summary>A voice reads no link; it can say a number to call.</summary>
    private string Variant(Realm realm, Notice notice, Channel channel) =>
        channel == Channel.Voice ? (outside.CallNumber is null ? "" : ".call")
        : UrlOf(realm, notice) is null ? ""
        : ".link";

    private string? UrlOf(Realm realm, Notice notice) =>
        notice is { Purpose: NoticePurpose.Summons, CrisisId: { } crisis, AnswerBy: { } by }
            ? links.UrlOf(realm, crisis, notice.CauseVersion, by)
        : notice is { Purpose: NoticePurpose.Alert, IncidentId: { } incident, AnswerBy: { } until }
            ? alerts.UrlOf(realm, incident, notice.CauseVersion, until)
        : null;

    private async Task<(string Title, string Function, Words Words)> About(
        Realm realm,
        Notice notice,
        CultureInfo culture,
        CancellationToken token
    )
    {
        if (
            notice.CrisisId is not { } id
            || await journals.Load(realm, StreamKinds.Crisis, id, token).ConfigureAwait(false) is not { } crisis
        )
        {
            return await OfIncident(realm, notice, culture, token).ConfigureAwait(false);
        }

        var plan = await PinnedPlan.Of(journals, realm, crisis.State<KloActivation>(), token).ConfigureAwait(false);
        var planned = plan.Functions.FirstOrDefault(f => f.Key == notice.Function)?.Name;
        var title = subjects.Select(s => s(crisis).Title).FirstOrDefault();
        var read = await openings.OpenForHouse(realm, [.. new[] { planned, title }.OfType<CommittedText>()], token).ConfigureAwait(false);
        var words = new Words(culture, read);
        return (words.Text(title), planned is null ? words.Function(notice.Function) : words.Text(planned), words);
    }

    private async Task<(string Title, string Function, Words Words)> OfIncident(
        Realm realm,
        Notice notice,
        CultureInfo culture,
        CancellationToken token
    )
    {
        var stream = notice.IncidentId is { } id ? await journals.Load(realm, StreamKinds.Incident, id, token).ConfigureAwait(false) : null;
        var incident = stream?.State<Incident>() ?? Incident.Initial;
        var said = new[] { incident.Headline, incident.Place }.OfType<CommittedText>().ToList();
        var words = new Words(culture, await openings.OpenForHouse(realm, said, token).ConfigureAwait(false));
        var what = said.Count == 0 ? words.Kind(incident.Kind) : string.Join(", ", said.Select(t => words.Text(t)));
        return (what, words.Function(notice.Function), words);
    }

    private static string Kebab<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
