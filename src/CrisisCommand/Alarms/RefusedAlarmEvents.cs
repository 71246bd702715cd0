using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>An alarm came that could not be taken in: somebody has to call its sender, who may have meant a fire.</summary>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="MediaType">As the sender gave it, cut where it is long.</param>
/// <param name="Reasons">The codes of its refusals.</param>
/// <param name="Why">The same in words, as they were said to the sender.</param>
/// <param name="Raw">The bytes as received: <see cref="RawAlarm"/>; null where they are too many to be kept.</param>
[StoredAs("alarm_refused", StreamKinds.RefusedAlarms)]
public sealed record AlarmRefused(
    Sha256 Digest,
    int Size,
    ForeignId MediaType,
    ImmutableArray<ForeignId> Reasons,
    CommittedText Why,
    Guid? Raw
) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Size, words.Text(Why));
}

/// <summary>The same bytes came again, and were refused again.</summary>
[StoredAs("alarm_refused_again", StreamKinds.RefusedAlarms)]
public sealed record AlarmRefusedAgain(Sha256 Digest) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this);
}

/// <summary>One more than is kept of one sender was refused: it is counted, and its bytes are gone.</summary>
[StoredAs("refused_alarm_counted", StreamKinds.RefusedAlarms)]
public sealed record RefusedAlarmCounted(Sha256 Digest) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this);
}

/// <summary>One of ours has seen to it: the sender was called, or need not be.</summary>
/// <param name="Until">The version of the stream that they had before them: what was refused after it waits on.</param>
[StoredAs("refused_alarms_settled", StreamKinds.RefusedAlarms)]
public sealed record RefusedAlarmsSettled(long Until, CommittedText? Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Why is { } why ? [why] : [];

    public string InWords(Words words) => Why is { } why ? words.SayVariant(this, "why", words.Text(why)) : words.SayVariant(this, "bare");
}
