using CrisisCommand.Notifications.Wording;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>A notice with everything that was tried.</summary>
/// <param name="Phones">Where a person would call, the first first.</param>
/// <param name="Say">What the caller says; only where a call is waited for.</param>
public sealed record NoticeShown(
    Guid Id,
    PersonId Person,
    string Name,
    IReadOnlyList<string> Phones,
    NoticePurpose Purpose,
    Guid? CrisisId,
    Guid? IncidentId,
    FunctionKey? Function,
    DateTimeOffset ComposedAt,
    DateTimeOffset? AnswerBy,
    bool Waiting,
    OperatorReason? OperatorReason,
    DateTimeOffset? PassedAt,
    string? Say,
    NoticeEnding? Ending,
    DateTimeOffset? EndedAt,
    IReadOnlyList<AttemptShown> Attempts,
    IReadOnlyList<NoticeCall> Calls
);

/// <param name="Text">What was said, with <see cref="NoticeReading.LinkMark"/> after it where the link followed, which is nobody else's to have.</param>
/// <param name="Linked">Whether it did: what a person wrote may look like the mark, and is none.</param>
/// <param name="Result">Null while it is not known.</param>
public sealed record AttemptShown(
    Channel Channel,
    int Number,
    DateTimeOffset At,
    string To,
    string Text,
    bool Linked,
    AttemptResult? Result,
    DateTimeOffset? EndedAt,
    NoticeFailure? Reason,
    int? Status,
    DateTimeOffset? RetryAt,
    ProviderReference? Reference
);

/// <summary>Opens the words of notices for whoever may read them.</summary>
public sealed class NoticeReading(Journals journals, Speaker speaker, NoticeTexts texts)
{
    /// <summary>Stands where the link stood. Nothing ever looks for it: it is put there when an attempt is shown.</summary>
    public const string LinkMark = "[länk]";

    public async Task<IReadOnlyList<NoticeShown>> Show(
        Reader reader,
        IReadOnlyList<(Guid Id, Notice Notice)> notices,
        CancellationToken token
    )
    {
        var persons = new Dictionary<PersonId, Person>();
        foreach (var id in notices.Select(n => n.Notice.Person).Distinct())
        {
            var stream = await journals.Load(reader.Realm, StreamKinds.Person, Person.StreamOf(id), token);
            persons[id] = stream?.State<Person>() ?? Person.Initial with { Key = id };
        }

        var say = new Dictionary<Guid, string>();
        foreach (var (id, notice) in notices.Where(n => n.Notice.IsWaiting && reader.OpensTexts))
        {
            say[id] = (await texts.Compose(reader.Realm, notice, Channel.Voice, reader.Culture, token)).Words;
        }

        return await speaker.Say<IReadOnlyList<NoticeShown>>(
            reader,
            words => [.. notices.Select(n => Show(n.Id, n.Notice, persons[n.Notice.Person], say.GetValueOrDefault(n.Id), words))],
            token
        );
    }

    private static NoticeShown Show(Guid id, Notice notice, Person person, string? say, Words words) =>
        new(
            id,
            notice.Person,
            person.Name is { } name ? words.Text(name) : notice.Person.Value,
            [.. person.Phones.Select(p => words.Text(p))],
            notice.Purpose,
            notice.CrisisId,
            notice.IncidentId,
            notice.Function,
            notice.ComposedAt,
            notice.AnswerBy,
            notice.IsWaiting,
            notice.OperatorReason,
            notice.PassedAt,
            say,
            notice.Ending,
            notice.EndedAt,
            [.. notice.Attempts.Select(a => Show(a, words))],
            notice.Calls
        );

    private static AttemptShown Show(NoticeAttempt attempt, Words words) =>
        new(
            attempt.Channel,
            attempt.Number,
            attempt.At,
            words.Text(attempt.To),
            attempt.Linked ? $"{words.Text(attempt.Text)} {LinkMark}" : words.Text(attempt.Text),
            attempt.Linked,
            attempt.Result,
            attempt.EndedAt,
            attempt.Reason,
            attempt.Status,
            attempt.RetryAt,
            attempt.Reference
        );
}
