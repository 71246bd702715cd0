using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>A message that only answers what was sent: it is filed under its name, once, and nothing moves by it.</summary>
/// <param name="Raw">The id under which the bytes are kept.</param>
/// <param name="By">The authenticated sender.</param>
internal sealed record AnswerFiling(IncomingAlarm Message, AlarmAnswerKind Says, Guid Raw, PersonId By)
{
    /// <param name="book">What goes by the message's own name.</param>
    public Placement File(FiledAlarm book, AlarmDesk desk)
    {
        var (name, known) = (Message.Name, book.Of(By));
        var own = known is { IsAnswer: true } ? known.Alarm ?? name : book.IdFor(By, name);
        var id = known is { IsAnswer: true } && known.Content != Message.Content ? AlarmIds.Of(own, Message.Content) : own;
        var isRepeated = known?.Content == Message.Content || desk.File(id).Own?.Content == Message.Content;
        // The name keeps what came by it first; other content has an id of its own.
        foreach (var stream in isRepeated ? [] : new[] { id, known is null ? name : id }.Distinct())
        {
            desk.Happens(stream, Filed(stream == id ? null : id));
        }

        return new(Message.Alarm with { AlarmId = id }, [], Actionable: false, isRepeated);
    }

    private AlarmAnswerFiled Filed(Guid? under) =>
        new(Says, Message.Alarm.Sender, Message.Refers, Message.Alarm.Text, Message.Content, Message.Alarm.Raw, Raw, under);
}
