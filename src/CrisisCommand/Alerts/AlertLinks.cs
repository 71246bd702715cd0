using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alerts;

/// <summary>An alert as its link leads to it: to one person, asked once.</summary>
public sealed record LinkedAlert(Realm Realm, StreamSnapshot Stream, OnCallAlerted Asked, DateTimeOffset ExpiresAt)
{
    public Alert Alert => Stream.State<Alert>();
}

/// <summary>The one-tap links by which an alerted person acknowledges without logging in.</summary>
public sealed class AlertLinks(SignedLinks links, OutsideOptions outside, Realms realms, Journals journals)
{
    /// <summary>How long after their time a person may still acknowledge by link: late is better than nobody.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private const string Kind = "alert";

    /// <summary>Null while nobody said where phones reach us.</summary>
    /// <param name="version">Of the fact that the person was alerted, in the alert's stream.</param>
    public string? UrlOf(Realm realm, Guid incident, long version, DateTimeOffset answerBy) =>
        outside.PublicAddress is { } address
            ? new Uri(address, $"{AcknowledgeByLinkEndpoint.Path}/{TokenOf(realm, incident, version, answerBy)}").ToString()
            : null;

    public string TokenOf(Realm realm, Guid incident, long version, DateTimeOffset answerBy) =>
        links.Seal(Kind, new(realm, Alert.StreamOf(incident), version, answerBy + Grace));

    /// <summary>The alert that a token leads to; null where it leads to none.</summary>
    public async Task<LinkedAlert?> Open(string token, CancellationToken cancellation)
    {
        if (links.Open(Kind, token) is not { } link || !realms.Knows(link.Realm.Name))
        {
            return null;
        }

        var facts = await journals.Facts(link.Realm, link.Stream, link.Version, link.Version, cancellation);
        return
            facts is [{ Event: OnCallAlerted asked }]
            && await journals.Load(link.Realm, StreamKinds.Alert, link.Stream, cancellation) is { } stream
            ? new(link.Realm, stream, asked, link.ExpiresAt)
            : null;
    }
}
