using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;
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
    public bool IsExercise { get; init; }
    public string? Headline { get; init; }
    public string? Place { get; init; }
    public string? Text { get; init; }
    public string? By { get; init; }
    public DateTimeOffset? AnswerBy { get; init; }
}

/// <summary>Makes the page that an alerted person sees on a phone: in the style, and under the policy, of the page of summonses.</summary>
public sealed class AlertPages(Journals journals, Openings openings, PersonDirectory directory, OutsideOptions outside)
{
    public RazorComponentResult Unknown(HttpContext http) =>
        Page(http, new(AlertLinkState.Unknown, new Words(Problems.CultureOf(http.Request)), outside.CallNumber));

    public async Task<RazorComponentResult> Of(HttpContext http, LinkedAlert linked, DateTimeOffset now, CancellationToken token)
    {
        var (realm, alert) = (linked.Realm, linked.Alert);
        var stream = await journals.Load(realm, StreamKinds.Incident, linked.Asked.Incident, token).ConfigureAwait(false);
        var incident = stream?.State<Incident>() ?? Incident.Initial;
        var texts = new[] { incident.Headline, incident.Place, incident.Text }.OfType<CommittedText>().ToList();
        var words = new Words(Problems.CultureOf(http.Request), await openings.OpenForHouse(realm, texts, token).ConfigureAwait(false));
        await directory.Names(realm, token).ConfigureAwait(false);
        return Page(
            http,
            new(StateOf(linked, now), words, outside.CallNumber)
            {
                IsExercise = !realm.IsLive,
                Headline = incident.Headline is { } headline ? words.Text(headline) : words.Kind(incident.Kind),
                Place = incident.Place is { } place ? words.Text(place) : null,
                Text = incident.Text is { } text ? words.Text(text) : null,
                By = alert.AcknowledgedBy is { } by ? directory.NameOf(realm, by) ?? by.Value : null,
                AnswerBy = linked.Asked.AnswerBy,
            }
        );
    }

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
        return new(typeof(AlertPage), new Dictionary<string, object?> { [nameof(AlertPage.Shown)] = shown })
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
