using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Summoning;

/// <summary>What a crisis is about and where its staff meets; the feature that knows says so.</summary>
public sealed record CrisisSubject(CommittedText? Title, CommittedText? MeetingPlace);

public delegate CrisisSubject SubjectOf(StreamSnapshot crisis);

/// <summary>A summons as its link leads to it.</summary>
/// <param name="Version">Of the summons in the crisis's journal.</param>
public sealed record LinkedSummons(Realm Realm, StreamSnapshot Crisis, long Version, FunctionSummoned Summoned, DateTimeOffset ExpiresAt)
{
    public KloActivation Klo => Crisis.State<KloActivation>();

    /// <summary>The receipt's key: whichever token leads to the summons, it is answered by link once.</summary>
    public string Key => $"link-{Crisis.Id:N}-{Version}";
}

/// <summary>The one-tap links by which summoned persons answer without logging in.</summary>
public sealed class SummonsLinks(SignedLinks links, OutsideOptions outside, Realms realms, Journals journals)
{
    /// <summary>How long after its time a summons may still be answered by link.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private const string Kind = "summons";

    /// <param name="version">Of the summons in the crisis's journal.</param>
    public string TokenOf(Realm realm, Guid crisis, long version, DateTimeOffset answerBy) =>
        links.Seal(Kind, new(realm, crisis, version, answerBy + Grace));

    /// <summary>Null while nobody said where phones reach us.</summary>
    public string? UrlOf(Realm realm, Guid crisis, long version, DateTimeOffset answerBy) =>
        outside.PublicAddress is { } address
            ? new Uri(address, $"{AnswerByLinkEndpoint.Path}/{TokenOf(realm, crisis, version, answerBy)}").ToString()
            : null;

    /// <summary>The summons that a token leads to; null where it leads to none.</summary>
    public async Task<LinkedSummons?> Open(string token, CancellationToken cancellation)
    {
        if (links.Open(Kind, token) is not { } link || !realms.Knows(link.Realm.Name))
        {
            return null;
        }

        var facts = await journals.Facts(link.Realm, link.Stream, link.Version, link.Version, cancellation);
        return
            facts is [{ Event: FunctionSummoned summoned }]
            && await journals.Load(link.Realm, StreamKinds.Crisis, link.Stream, cancellation) is { } crisis
            ? new(link.Realm, crisis, link.Version, summoned, link.ExpiresAt)
            : null;
    }
}
