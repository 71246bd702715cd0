using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Notifications.Wording;

/// <summary>What the receiver is asked to do.</summary>
/// <param name="Key">With <c>.link</c> after it, as it is said before a link.</param>
/// <param name="Until">By when, as their clock shows it; empty: whenever.</param>
/// <param name="IsPersonal">A link behind it answers for them.</param>
public sealed record Asked(string Key, string Until = "", bool IsPersonal = false);

/// <summary>
/// What a message is about: what, where and how bad, in sentences that every channel says in its own form, then what to do. One matter, so that
/// a text message, a call and an e-mail cannot say different things.
/// </summary>
/// <param name="Subject">Of an e-mail.</param>
/// <param name="Detail">What people wrote of it, for those forms that have room.</param>
public sealed record Matter(Sentence Subject, ImmutableArray<Sentence> Sentences, Asked? Asked = null, string Detail = "");

/// <summary>How a matter is said where, and to whom.</summary>
/// <param name="IsExercise">It says so first of all.</param>
/// <param name="IsLinked">A link follows the words; the last of them are ours and end with a colon.</param>
/// <param name="CallNumber">The number to call back; null where nobody gave one.</param>
/// <param name="IsLast">So many were sent that others wait to be read where the receiver signs in.</param>
public sealed record MessageForm(Channel Channel, bool IsExercise, bool IsLinked, string? CallNumber, bool IsLast = false)
{
    /// <summary>Of an e-mail, the first line is the subject.</summary>
    public string Say(Matter matter, Words words) =>
        Channel switch
        {
            Channel.Sms => SmsFitting.Fit(Sentences(matter, SaidIn.Sms), left => Marked(Joined(left, words, " "), words)),
            Channel.Voice => Marked(Joined(Sentences(matter, SaidIn.Voice), words, " "), words),
            _ => $"{Marked(matter.Subject.Say(words), words)}\n\n{Marked(Joined(Sentences(matter, SaidIn.Email), words, "\n"), words)}",
        };

    private ImmutableArray<Sentence> Sentences(Matter matter, SaidIn form)
    {
        var said = matter.Sentences.Where(s => s.In.HasFlag(form));
        if (form == SaidIn.Email && matter.Detail.Length > 0)
        {
            said = said.Append(new("notifications.detail", new Piece(matter.Detail)));
        }

        if (IsLast)
        {
            said = said.Append(new("notifications.last-for-now"));
        }

        if (CallNumber is { Length: > 0 } number)
        {
            said = said.Append(new(form == SaidIn.Sms ? "notifications.number.short" : "notifications.number", new Piece(number)));
        }

        if (IsLinked && form == SaidIn.Email && matter.Asked is { IsPersonal: true })
        {
            said = said.Append(new("notifications.link-is-personal"));
        }

        return matter.Asked is { } asked
            ? [.. said, new Sentence(IsLinked ? asked.Key + ".link" : asked.Key, new Piece(asked.Until))]
            : [.. said];
    }

    private static string Joined(ImmutableArray<Sentence> sentences, Words words, string between) =>
        string.Join(between, sentences.Select(s => s.Say(words)));

    private string Marked(string said, Words words) => IsExercise ? words.Say("notifications.exercise", said) : said;
}
