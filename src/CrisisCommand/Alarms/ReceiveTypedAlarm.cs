using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Alarms;

/// <summary>An alarm in our own form: called in, or from a system that speaks no CAP.</summary>
/// <param name="Caller">Who called it in, in words.</param>
/// <param name="Identifier">The sender's own name for it: the same sender, source and identifier is the same alarm.</param>
public sealed record ReceiveTypedAlarm(
    AlarmSource Source,
    IncidentKind Kind,
    CommittedText Place,
    CommittedText Text,
    AreaKey? Area = null,
    DateTimeOffset? OccurredAt = null,
    CommittedText? Caller = null,
    ForeignId? Identifier = null
)
{
    private const int LongestIdentifier = 200;

    /// <summary>Null where it can be taken in.</summary>
    public Refusal? Refuse(ReferenceData reference, DateTimeOffset now) =>
        Source is AlarmSource.Cap or AlarmSource.Vma ? AlarmRefusals.SourceNotTyped
        : reference.Refuse(Kind, Area) is { } unknown ? unknown
        : Clock.IsFuture(OccurredAt, now) ? AlarmRefusals.InTheFuture
        : Identifier is { } identifier && !IsIdentifier(identifier.Value) ? AlarmRefusals.IdentifierInvalid.With($"{LongestIdentifier}")
        : null;

    /// <summary>In our own terms. It is of the realm that it was sent to, so it always counts there.</summary>
    /// <param name="digest">SHA-256 (hex) of the message's bytes.</param>
    /// <param name="content">The same of what it says, however written.</param>
    /// <param name="fresh">The alarm's id where the sender gave no identifier.</param>
    public IncomingAlarm Read(CommandContext context, ForeignId digest, ForeignId content, Guid fresh)
    {
        var id = Identifier is { } identifier ? AlarmIds.Of(Source, identifier) : fresh;
        var alarm = new Alarm(
            id,
            Source,
            new(context.By.Value),
            Identifier ?? new(id.ToString()),
            context.Now,
            context.Realm.IsLive ? AlarmStatus.Actual : AlarmStatus.Exercise,
            Kind,
            Severity.Unknown,
            Urgency.Unknown,
            Certainty.Unknown,
            Area,
            null,
            Text,
            Place,
            OccurredAt,
            digest,
            [],
            Caller: Caller,
            Via: IsSource(context.By) ? null : context.By,
            Content: content,
            Reach: Area is null ? null : AlarmReach.Ours
        );
        return new(alarm, AlarmAct.Raise, Counts: true, []);
    }

    /// <summary>A source's own machine is registered under the source's name; whoever else names it, tells what they heard.</summary>
    private bool IsSource(PersonId sender) => sender.Value.Equals(Source.ToString(), StringComparison.OrdinalIgnoreCase);

    private static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= LongestIdentifier && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);
}
