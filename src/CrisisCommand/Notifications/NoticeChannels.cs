using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>A message on its way out.</summary>
/// <param name="MessageId">The same however often this notice goes to this number or address, so that a provider can tell a doubled one.</param>
/// <param name="Words">Of an e-mail, the first line is the subject.</param>
/// <param name="Link">What the receiver answers by without signing in; last in what is read, and never in a subject.</param>
public sealed record Outbound(Guid NoticeId, string MessageId, Channel Channel, string To, string Words, Uri? Link)
{
    /// <summary>Words with the link that follows them.</summary>
    public string Followed(string words) => Link is null ? words : $"{words} {Link.AbsoluteUri}";

    public static string IdOf(Guid notice, ReachedAt target) =>
        Ids.Named($"notice-message/{notice}/{target.Channel}/{target.Address.Commitment}").ToString("N");
}

/// <summary>What became of a message.</summary>
public abstract record Delivery
{
    public sealed record Accepted(ProviderReference? Reference) : Delivery;

    public sealed record Recorded : Delivery;

    /// <param name="Asked">How long the provider asked us to stay away.</param>
    public sealed record Failed(NoticeFailure Reason, int? Status = null, TimeSpan? Asked = null) : Delivery;
}

public interface INoticeChannel
{
    /// <summary>Answers within the schedule's timeout, and only throws when told to stop.</summary>
    Task<Delivery> Send(Outbound message, CancellationToken token);
}

/// <summary>What every channel of an exercise is: it sends nothing. The attempt itself holds what would have been said, and to whom.</summary>
public sealed class ExerciseRecorder : INoticeChannel
{
    public Task<Delivery> Send(Outbound message, CancellationToken token) => Task.FromResult<Delivery>(new Delivery.Recorded());
}

/// <summary>Which channel leads where. The only place where a realm meets a provider: an exercise has no way to the real ones.</summary>
public sealed class NoticeChannels(ExerciseRecorder recorder, EmailChannel email, WebhookChannel webhook)
{
    /// <summary>Null where the channel is not set up.</summary>
    public INoticeChannel? Of(Realm realm, Channel channel) =>
        !realm.IsLive ? recorder
        : channel == Channel.Email ? (email.IsSetUp ? email : null)
        : webhook.IsSetUp ? webhook
        : null;

    /// <summary>How a person is reached in a realm at this moment.</summary>
    public Reach Reach(Realm realm, Person? person)
    {
        // By commitment alone: what was registered on this node a moment ago still carries its words, and their opening is stored already.
        var known = person?.Channels.Select(c => c with { Address = CommittedText.Stored(c.Address.Commitment) }).ToList() ?? [];
        return new(known.Count > 0, [.. known.Where(c => Of(realm, c.Channel) is not null).Distinct()]);
    }
}
