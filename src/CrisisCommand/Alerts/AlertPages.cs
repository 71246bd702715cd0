using CrisisCommand.Incidents;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrisisCommand.Alerts;

/// <summary>What a link can still do, or has just done.</summary>
public enum AlertLinkState
{
    /// <summary>It waits for somebody.</summary>
    Open,

    /// <summary>The bearer has the alarm.</summary>
    Yours,

    /// <summary>Somebody else has it.</summary>
    Theirs,

    /// <summary>Its time has passed, or there is nothing left to acknowledge.</summary>
    Over,

    /// <summary>It leads nowhere.</summary>
    Unknown,
}

/// <summary>What the page says; all of it words already.</summary>
public sealed record AlertPageShown(AlertLinkState State, Words Words, string? CallNumber)
{
    /// <summary>Where the form goes.</summary>
    public string? Address { get; init; }
    public bool IsExercise { get; init; }
    public string? Headline { get; init; }
    public string? Place { get; init; }
    public string? Text { get; init; }

    /// <summary>What was told since, and how: null where nothing was.</summary>
    public (string Kind, string? Text, DateTimeOffset At)? Latest { get; init; }

    /// <summary>Its sender took it back, and it stands all the same.</summary>
    public bool IsCancelledBySender { get; init; }
    public string? By { get; init; }
    public DateTimeOffset? AnswerBy { get; init; }
}

/// <summary>Makes the page that an alerted person sees on a phone: in the style, and under the policy, of the page of summonses.</summary>
public sealed class AlertPages(Journals journals, Speaker speaker, OutsideOptions outside)
{
    public RazorComponentResult Unknown(HttpContext http) =>
        Page(http, new(AlertLinkState.Unknown, new Words(Problems.CultureOf(http.Request)), outside.CallNumber));

    public async Task<RazorComponentResult> Of(HttpContext http, LinkedAlert linked, DateTimeOffset now, CancellationToken token)
    {
        var stream = await journals.Load(linked.Realm, StreamKinds.Incident, linked.Asked.Incident, token);
        var incident = stream?.State<Incident>() ?? Incident.Initial;
        var culture = Problems.CultureOf(http.Request);
        return Page(http, await speaker.SayForHouse(linked.Realm, culture, words => Show(linked, incident, now, words), token));
    }

    private AlertPageShown Show(LinkedAlert linked, Incident incident, DateTimeOffset now, Words words) =>
        new(StateOf(linked, now), words, outside.CallNumber)
        {
            IsExercise = !linked.Realm.IsLive,
            Headline = incident.Headline is { } headline ? words.Text(headline) : words.Kind(incident.Kind),
            Place = incident.Place is { } place ? words.Text(place) : null,
            Text = incident.Text is { } text ? words.Text(text) : null,
            Latest =
                incident.Latest is { } told && told.Text != incident.Text
                    ? (words.Of(told.What), told.Text is { } since ? words.Text(since) : null, told.At)
                    : null,
            IsCancelledBySender = incident is { Open: true, CancelledBySender: true },
            By = linked.Alert.AcknowledgedBy is { } by ? words.NameOf(by) ?? by.Value : null,
            AnswerBy = linked.Asked.AnswerBy,
        };

    private static AlertLinkState StateOf(LinkedAlert linked, DateTimeOffset now) =>
        linked.Alert.Status switch
        {
            AlertStatus.Acknowledged => linked.Alert.AcknowledgedBy == linked.Asked.Person ? AlertLinkState.Yours : AlertLinkState.Theirs,
            AlertStatus.Ended => AlertLinkState.Over,
            _ => now < linked.ExpiresAt ? AlertLinkState.Open : AlertLinkState.Over,
        };

    private static RazorComponentResult Page(HttpContext http, AlertPageShown shown)
    {
        AnswerPages.Guard(http, shown.Words);
        return new(
            typeof(AlertPage),
            new Dictionary<string, object?> { [nameof(AlertPage.Shown)] = shown with { Address = LinkSecret.AddressOf(http) } }
        )
        {
            StatusCode = shown.State switch
            {
                AlertLinkState.Unknown => StatusCodes.Status404NotFound,
                AlertLinkState.Over => StatusCodes.Status410Gone,
                AlertLinkState.Theirs => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status200OK,
            },
        };
    }
}
