using CrisisCommand.AlarmRules;
using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Alarms;

/// <summary>What would become of an alarm, and why.</summary>
/// <param name="Verdict">As the rules give it; <c>log</c> also where none is asked, since the alarm asks nobody to act.</param>
/// <param name="Rule">What the rule is called that decides; null where none is asked.</param>
/// <param name="Number">The how manieth it is, from 1.</param>
/// <param name="Version">Of the rules in force; 0 for the product's own.</param>
/// <param name="Why">Line by line, in the reader's words.</param>
public sealed record AlarmTrial(AlarmVerdict Verdict, string? Rule, int? Number, long Version, IReadOnlyList<string> Why, AlarmWould Would)
{
    /// <summary>Every message, this one included, where there were several; fifty at most.</summary>
    public IReadOnlyList<AlarmTrial>? Alarms { get; init; }

    public static AlarmTrial Of(Rehearsed tried, AlarmRuleBook book, Reader reader, Words words) =>
        new(
            tried.Verdict,
            tried.Asks ? tried.Rule.NameIn(words) : null,
            tried.Asks ? tried.Rule.Number : null,
            book.Version,
            [.. WhyOf(tried, book, reader, words)],
            AlarmWould.Of(tried, reader, words)
        );

    /// <summary>Whose alarm it is reads what it is taken for and by which rule; the other rules are ours.</summary>
    private static IEnumerable<string> WhyOf(Rehearsed tried, AlarmRuleBook book, Reader reader, Words words)
    {
        var traits = tried.Traits;
        yield return words.Say(
            "alarms.trial.read",
            words.Kind(traits.Kind),
            words.Of(traits.Severity),
            words.Of(traits.Urgency),
            string.Join(", ", traits.Places.Select(p => words.Place(p))),
            string.Join(", ", traits.Sources.Select(s => words.Of(s))),
            traits.At
        );
        if (!tried.Asks)
        {
            yield return words.Say(NothingOf(tried));
            yield break;
        }

        foreach (var (rule, i) in book.Rules.Take(reader.OwnOnly ? 0 : tried.Rule.Number - 1).Select((rule, i) => (rule, i)))
        {
            var misses = string.Join(", ", rule.When.Misses(traits).Select(m => words.Aspect(m)));
            yield return words.Say("alarms.trial.misses", i + 1, AlarmRuleWords.NameOf(rule.Name, i + 1, words), misses);
        }

        yield return words.Say("alarms.trial.holds", tried.Rule.Number, tried.Rule.NameIn(words), words.Verdict(tried.Rule.Verdict));
        if (tried.Verdict != tried.Rule.Verdict)
        {
            yield return words.Say("alarms.trial.handled");
        }
    }

    private static string NothingOf(Rehearsed tried) =>
        tried.Placed.Repeated ? "alarms.trial.nothing.repeated"
        : tried is { Incident.Actionable: true, Incident.Open: false } || !tried.Incident.Crises.IsEmpty ? "alarms.trial.nothing.over"
        : tried.IsCalled ? "alarms.trial.nothing.called"
        : "alarms.trial.nothing.logged";
}

/// <summary>What an alarm is taken for, and what would happen.</summary>
/// <param name="Wakes">Whether somebody would be called who was not before.</param>
/// <param name="IsNew">Whether it would begin an incident.</param>
/// <param name="Place">The keys of our areas; else <c>cityWide</c>, <c>elsewhere</c> or <c>unknown</c>.</param>
/// <param name="At">Local time of day.</param>
/// <param name="CalledFirst">Null where nobody would be called, and for whoever brought the alarm in.</param>
/// <param name="TakenBy">Who would have it from the start; null as above.</param>
/// <param name="Informed">Who would be told beside it, for information; null as above.</param>
public sealed record AlarmWould(
    bool Wakes,
    Guid IncidentId,
    bool IsNew,
    bool Actionable,
    IncidentKind Kind,
    IReadOnlyList<AreaKey> Areas,
    IReadOnlyList<string> Place,
    Severity Severity,
    Urgency Urgency,
    IReadOnlyList<AlarmSource> Sources,
    DayTime At,
    AlarmWouldTell? CalledFirst,
    AlarmWouldTell? TakenBy,
    AlarmWouldTell? Informed,
    IReadOnlyList<Deviation> Deviations
)
{
    public static AlarmWould Of(Rehearsed tried, Reader reader, Words words)
    {
        var called = tried.Happens.OfType<OnCallAlerted>().FirstOrDefault();
        AlarmWouldTell? Person(PersonId? person) =>
            reader.OwnOnly || person is not { } known ? null : new(known, words.NameOf(known) ?? known.Value);
        return new(
            called is not null || tried.Happens.Any(e => e is AlertExhausted),
            tried.IncidentId,
            tried.IsNew,
            tried.Placed.Actionable,
            tried.Traits.Kind,
            tried.Incident.Areas,
            [.. tried.Traits.Places.Select(p => p.ToString())],
            tried.Traits.Severity,
            tried.Traits.Urgency,
            tried.Traits.Sources,
            tried.Traits.At,
            Person(called?.Person),
            Person(tried.Happens.OfType<AlertAcknowledged>().FirstOrDefault()?.Person),
            Person(tried.Happens.OfType<LeaderInformed>().FirstOrDefault()?.Person),
            tried.Placed.Alarm.Deviations
        );
    }
}

/// <summary>Somebody whom it would reach.</summary>
public sealed record AlarmWouldTell(PersonId Person, string Name);
