using CrisisCommand.People;
using CrisisCommand.Platform;

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

/// <param name="Text">What was said, but for the secret of a link.</param>
/// <param name="Result">Null while it is not known.</param>
public sealed record AttemptShown(
    Channel Channel,
    int Number,
    DateTimeOffset At,
    string To,
    string Text,
    AttemptResult? Result,
    DateTimeOffset? EndedAt,
    NoticeFailure? Reason,
    int? Status,
    DateTimeOffset? RetryAt,
    ProviderReference? Reference
);

/// <summary>Opens the words of notices for whoever may read them.</summary>
public sealed class NoticeReading(Journals journals, Openings openings, NoticeTexts texts)
{
    public async Task<IReadOnlyList<NoticeShown>> Show(
        Reader reader,
        IReadOnlyList<(Guid Id, Notice Notice)> notices,
        CancellationToken token
    )
    {
        var persons = new Dictionary<PersonId, Person>();
        foreach (var id in notices.Select(n => n.Notice.Person).Distinct())
        {
            var stream = await journals.Load(reader.Realm, StreamKinds.Person, Person.StreamOf(id), token).ConfigureAwait(false);
            persons[id] = stream?.State<Person>() ?? Person.Initial with { Key = id };
        }

        var read = notices.SelectMany(n => n.Notice.Texts).Concat(persons.Values.SelectMany(p => p.Texts)).ToList();
        var words = reader.Words(await openings.Read(reader, read, token).ConfigureAwait(false));
        var shown = new List<NoticeShown>();
        foreach (var (id, notice) in notices)
        {
            var say =
                notice.IsWaiting && reader.OpensTexts
                    ? await texts.Compose(reader.Realm, notice, Channel.Voice, reader.Culture, token).ConfigureAwait(false)
                    : null;
            shown.Add(Show(id, notice, persons[notice.Person], say, words));
        }

        return shown;
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
            words.Text(attempt.Text),
            attempt.Result,
            attempt.EndedAt,
            attempt.Reason,
            attempt.Status,
            attempt.RetryAt,
            attempt.Reference
        );
}
