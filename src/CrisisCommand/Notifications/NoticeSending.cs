using CrisisCommand.Notifications.Wording;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>One attempt on its way: its words, its provider, and whatever that answers as a value.</summary>
public sealed class NoticeSending(NoticeChannels channels, NoticeTexts texts, Openings openings, ILogger<NoticeSending> log)
{
    public NoticeChannels Channels => channels;

    /// <summary>What is said, to be committed to, and whether a link follows. Swedish: the staff's language.</summary>
    public async Task<(CommittedText Text, bool Linked)> Text(Realm realm, Notice notice, Channel channel, CancellationToken token)
    {
        var said = await texts.Compose(realm, notice, channel, Words.Swedish, token);
        return (CommittedText.Commit(said.Words), said.Linked);
    }

    public async Task<Delivery> Send(Realm realm, Guid id, Notice notice, NoticeAttempt attempt, CancellationToken token)
    {
        var words = await openings.OpenForHouse(realm, [attempt.To, attempt.Text], token);
        if (
            !words.TryGetValue(attempt.To.Commitment, out var to)
            || !words.TryGetValue(attempt.Text.Commitment, out var text)
            || channels.Of(realm, attempt.Channel) is not { } channel
        )
        {
            return new Delivery.Failed(channels.Of(realm, attempt.Channel) is null ? NoticeFailure.Gone : NoticeFailure.AddressErased);
        }

        try
        {
            var link = texts.LinkOf(realm, notice, attempt);
            var outbound = new Outbound(id, Outbound.IdOf(id, attempt.Target), attempt.Channel, to, text, link);
            return await channel.Send(outbound, token);
        }
        catch (Exception fault) when (!token.IsCancellationRequested)
        {
            // What no channel foresaw must not keep the others from being tried.
            log.LogWarning("The channel {Channel} failed: {Kind}", attempt.Channel, fault.GetType().Name);
            return new Delivery.Failed(NoticeFailure.Unreachable);
        }
    }
}
