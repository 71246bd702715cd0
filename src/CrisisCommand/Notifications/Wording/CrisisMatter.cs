using System.Collections.Immutable;
using System.Text.Json;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Notifications.Wording;

/// <summary>What a notice about a crisis says: which crisis, what happened in it or is asked, where, and until when.</summary>
/// <param name="Klo">As it is when the message is sent.</param>
/// <param name="Plan">By which the functions have their names.</param>
/// <param name="Cause">The fact that the notice follows from.</param>
public sealed record CrisisMatter(Notice Notice, Crisis Crisis, KloActivation Klo, KloPlan Plan, Fact? Cause)
{
    /// <summary>Purposes after which something is asked for.</summary>
    private static readonly NoticePurpose[] Asking =
    [
        NoticePurpose.Summons,
        NoticePurpose.Vacancy,
        NoticePurpose.Handover,
        NoticePurpose.Call,
        NoticePurpose.Endurance,
        NoticePurpose.Relief,
        NoticePurpose.StandDownProposal,
    ];

    public Matter In(Words words)
    {
        var key = KeyOf(Notice.Purpose);
        var title = new Piece(Piece.OneLine(words.Text(Crisis.Title)), Rank: 5, Floor: 16);
        var until =
            Notice.AnswerBy is { } by ? words.Time(by)
            : Cause?.Event is StandDownProposed ? words.Time(ProposalEnds)
            : "";
        return new(
            new($"{key}.subject", title, Function(words)),
            [.. About(title, words), .. Said(key, words)],
            Asking.Contains(Notice.Purpose) ? new($"{key}.do", until, IsPersonal: true) : null,
            Piece.OneLine(words.Text(Detail))
        );
    }

    public static string KeyOf(NoticePurpose purpose) => $"notifications.{JsonNamingPolicy.KebabCaseLower.ConvertName(purpose.ToString())}";

    /// <summary>The crisis, and of what kind it is where its title does not say so.</summary>
    private IEnumerable<Sentence> About(Piece title, Words words)
    {
        var kind = words.Kind(Crisis.Kind);
        var isSaid = Crisis.Kind == IncidentKind.Other || title.Words.Contains(kind, StringComparison.OrdinalIgnoreCase);
        if (Notice.Purpose == NoticePurpose.Summons)
        {
            yield return new("notifications.summons.opening", [], 0, SaidIn.Voice | SaidIn.Email);
        }

        yield return new(
            Audiences.OutlivesCrisis(Notice.Purpose) ? $"{KeyOf(Notice.Purpose)}.about" : "notifications.about",
            title,
            new Piece(isSaid || Notice.Purpose != NoticePurpose.Summons ? "" : $" ({kind.ToLower(words.Culture)})", Rank: 9)
        );
    }

    private IEnumerable<Sentence> Said(string key, Words words) =>
        Cause?.Event switch
        {
            FunctionSummoned => [new($"{key}.core", Function(words)), .. Place("notifications.summons.place", Crisis.MeetingPlace, words)],
            HandoverOffered e => [new($"{key}.core", Function(words), Person(e.From, words))],
            HandoverAccepted e => [new($"{key}.core", Function(words), Person(e.To, words))],
            HandoverDeclined e => [new($"{key}.core", Function(words), Person(e.To, words))],
            FunctionTakenOver e => [new($"{key}.core", Function(words), Person(e.To, words))],
            EnduranceWarned e => [new($"{key}.core", Function(words), Person(e.Person, words), new(words.Time(e.Until)))],
            ReliefPlanned e =>
            [
                new(
                    $"{key}.core",
                    Function(words),
                    Notice.Purpose == NoticePurpose.Relieved ? Person(e.Person, words)
                        : Klo.ActingIn(e.Function) is { } holder ? Person(holder, words)
                        : new(words.Say("platform.somebody")),
                    new(words.Time(e.At))
                ),
            ],
            KloStoodDown => [new(Klo.HeldBy(Notice.Person) is null ? $"{key}.coming" : $"{key}.in-place")],
            CrisisAnnulled or CrisisMerged => [new(Klo.HeldBy(Notice.Person) is null ? $"{key}.coming" : $"{key}.in-place")],
            TaskOverdue e => [new($"{key}.core", Function(words), Text(e.Text, words)), .. Due(e.DueAt, words)],
            DecisionOverdue e => [new($"{key}.core", new Piece($"{e.Number}"), Text(e.Decision, words)), .. Due(e.DueAt, words)],
            StandDownProposed => [new($"{key}.core", Person(Cause.By, words))],
            StaffBriefingCalled e =>
            [
                new($"{key}.core", new Piece(words.Time(e.At))),
                .. Place("notifications.briefing.place", e.Place ?? Crisis.MeetingPlace, words),
            ],
            StaffBriefingCancelled e => [new($"{key}.core", new Piece(words.Time(e.At)))],
            TaskGiven e => [new($"{key}.core", Function(words), Text(e.Text, words)), .. Due(e.DueAt, words)],
            CrisisLevelSet e => [new($"{key}.core", new Piece(words.Level(e.Level), Rank: 3, Floor: 20))],
            DecisionTaken e => [new($"{key}.core", Function(words), Text(e.Decision, words), new($"{e.Number}")), .. Due(e.DueAt, words)],
            DecisionRevised e => [new($"{key}.core", Function(words), new Piece($"{e.Number}"))],
            DecisionWithdrawn e => [new($"{key}.core", Function(words), new Piece($"{e.Number}"))],
            // Its function, or nothing more than what it is about.
            _ => [new($"{key}.core", Function(words))],
        };

    private CommittedText? Detail =>
        Cause?.Event switch
        {
            FunctionSummoned => Crisis.Reason,
            KloStoodDown e => e.Text,
            CrisisAnnulled e => e.Why,
            CrisisMerged e => e.Why,
            StandDownProposed e => e.Text,
            StaffBriefingCalled e => e.Agenda,
            StaffBriefingCancelled e => e.Why,
            CrisisLevelSet e => e.Why,
            HandoverDeclined e => e.Why,
            KloReorganised e => e.Why,
            DecisionRevised e => e.Why,
            DecisionWithdrawn e => e.Why,
            _ => null,
        };

    private DateTimeOffset ProposalEnds => Cause!.RecordedAt + KloActivation.ProposalHolds;

    private Piece Function(Words words) =>
        new(
            Plan.Functions.FirstOrDefault(f => f.Key == Notice.Function) is { } planned
                ? Piece.OneLine(words.Text(planned.Name))
                : words.Function(Notice.Function),
            Rank: 4,
            Floor: 16
        );

    private static Piece Person(PersonId person, Words words) => new(Piece.OneLine(words.Person(person)), Rank: 6, Floor: 12);

    private static Piece Text(CommittedText text, Words words) => new(Piece.OneLine(words.Text(text)), Rank: 7, Floor: 30);

    private static ImmutableArray<Sentence> Due(DateTimeOffset? at, Words words) =>
        at is { } due ? [new("notifications.due", new Piece(words.Time(due)))] : [];

    private static ImmutableArray<Sentence> Place(string key, CommittedText? place, Words words) =>
        place is { } written ? [new(key, new Piece(Piece.OneLine(words.Text(written)), Rank: 8, Floor: 20))] : [];
}
