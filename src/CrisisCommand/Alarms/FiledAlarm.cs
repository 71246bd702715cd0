using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>Where one sender's alarm belongs, whether it came itself or was only named.</summary>
/// <param name="By">The authenticated sender.</param>
public sealed record Filing(PersonId By, ImmutableArray<Guid> Incidents)
{
    /// <summary>The message as received; null while the alarm was only named.</summary>
    public Guid? Raw { get; init; }

    /// <summary>The alarm's id, where it is not that of the name.</summary>
    public Guid? Alarm { get; init; }

    /// <summary>By which message it was named, while it has not come.</summary>
    public Naming? Naming { get; init; }

    /// <summary>Of an answer to what was sent, which is in no incident: what it says, to know it again; null for alarms.</summary>
    public ForeignId? Content { get; init; }

    /// <summary>Of an answer: SHA-256 (hex) of its bytes.</summary>
    public ForeignId? Digest { get; init; }

    public bool Received => Raw is not null && !IsAnswer;

    public bool IsAnswer => Content is not null;
}

/// <summary>
/// All that goes by one name: an alarm is its authenticated sender's, and whatever others call theirs, it is another. One stream per name,
/// under an id made of it: of two nodes that meet the same alarm, a reference to it or another's alarm by the same name at once, one appends
/// and the other's whole transaction fails on it and is decided again. That is the store's own guard, so there is no lock, no unique index
/// and no table of ours to keep right. The first to send an alarm has it under the id of the name, as all had before senders were told
/// apart; who sent those stands on their events as on any.
/// </summary>
public sealed record FiledAlarm : IState<FiledAlarm>
{
    public static FiledAlarm Initial { get; } = new();

    public ImmutableArray<Filing> Filings { get; init; } = [];

    /// <summary>What has the stream's own id; null while it has not come.</summary>
    public Filing? Own => Filings.FirstOrDefault(f => f is { Raw: not null, Alarm: null });

    public Filing? Of(PersonId sender) => Filings.FirstOrDefault(f => f.By == sender);

    /// <summary>The id that a sender's alarm of this name has, or gets.</summary>
    public Guid IdFor(PersonId sender, Guid name) =>
        Of(sender) is { Received: true } known ? known.Alarm ?? name
        : Own is null ? name
        : AlarmIds.Of(name, sender);

    public FiledAlarm After(Fact fact) => After(fact.Says);

    public FiledAlarm After(Statement said) =>
        said.Event switch
        {
            AlarmFiled filed => With(new(said.By, filed.Incidents) { Raw = filed.Raw, Alarm = filed.Alarm }),
            AlarmAnswerFiled answer => With(
                new(said.By, [])
                {
                    Raw = answer.Raw,
                    Alarm = answer.Alarm,
                    Content = answer.Content,
                    Digest = answer.Digest,
                }
            ),
            AlarmAwaited awaited => With(new(said.By, awaited.Incidents) { Naming = awaited.Naming }),
            _ => this,
        };

    private FiledAlarm With(Filing filing) => this with { Filings = [.. Filings.Where(f => f.By != filing.By), filing] };
}
