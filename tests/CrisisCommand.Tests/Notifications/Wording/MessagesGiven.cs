using CrisisCommand.Access;
using CrisisCommand.Alerts;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Notifications;
using CrisisCommand.Notifications.Wording;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Tests.Notifications.Wording;

/// <summary>What people wrote, as it stands in every message.</summary>
public sealed record Written(string Title, string Place, string Text, string Function, string Name)
{
    public static readonly Written Usual = new(
        "Brand i Rågsved",
        "Hornsgatan 128, plan 3",
        "Utrym Lingvägen 8 och ring runt till de boende",
        "Dokumentation",
        "Kerstin Andersson"
    );
}

/// <summary>Every purpose once, and those twice that are said in two ways.</summary>
internal static class MessagesGiven
{
    public const string Number = "+46812345678";
    public const string LongestNumber = "08-508 37 000, knapp 1";

    /// <summary>As long as those that leave the product.</summary>
    public static readonly string Link = "https://kris.bostad.example/a/" + new string('x', 155);

    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>On the receiver's clock.</summary>
    public const string Until = "13:05";
    private static readonly DateTimeOffset AnswerBy = Noon.AddMinutes(5);
    private static readonly FunctionKey Function = new("documentation");
    private static readonly PersonId Kim = new("documentation-1");
    private static readonly PersonId Vd = new("vd");
    private static readonly PersonId Tib = new("tib");

    public static Words Words(System.Globalization.CultureInfo culture, Written written) =>
        new(culture, nameOf: p => p == Tib ? "TiB" : written.Name) { SentAt = Noon };

    public static IEnumerable<(string Title, NoticePurpose Purpose, Func<Words, Matter> Matter)> All(Written written) =>
        [.. OfCrisis(written), .. OfAlarms(written), .. OfRights()];

    private static IEnumerable<(string, NoticePurpose, Func<Words, Matter>)> OfCrisis(Written w)
    {
        (string, NoticePurpose, Func<Words, Matter>) Of(
            string title,
            NoticePurpose purpose,
            IDomainEvent cause,
            DateTimeOffset? by = null
        ) => (title, purpose, CrisisOf(w, purpose, cause, by).In);
        (string, NoticePurpose, Func<Words, Matter>) InPlace(string title, NoticePurpose purpose, IDomainEvent cause) =>
            (title, purpose, CrisisOf(w, purpose, cause, null, new FunctionStaffed(Function, Kim, Mandate.Deputy)).In);
        var (text, later) = (Text(w.Text), Noon.AddHours(2));
        yield return Of("Inkallelse", NoticePurpose.Summons, new FunctionSummoned(Function, Kim, 1, AnswerBy), AnswerBy);
        yield return Of("Vakans", NoticePurpose.Vacancy, new FunctionLeftVacant(Function));
        yield return Of("Överlämning erbjuds", NoticePurpose.Handover, new HandoverOffered(Function, Vd, Kim, text));
        yield return Of("Överlämning antagen", NoticePurpose.HandoverTaken, new HandoverAccepted(Function, Kim, Vd, Mandate.Deputy));
        yield return Of("Överlämning avböjd", NoticePurpose.HandoverDeclined, new HandoverDeclined(Function, Kim, Vd, text));
        yield return Of("Sökt innehavare", NoticePurpose.Call, new HolderCalled(Function, Kim, AnswerBy), AnswerBy);
        yield return Of("Övertagande", NoticePurpose.Takeover, new FunctionTakenOver(Function, Kim, Vd, Mandate.Deputy));
        yield return Of("Uthållighet", NoticePurpose.Endurance, new EnduranceWarned(Function, Kim, later));
        yield return Of("Avlöser", NoticePurpose.Relief, new ReliefPlanned(Function, Kim, later));
        yield return Of("Avlöses", NoticePurpose.Relieved, new ReliefPlanned(Function, Vd, Noon.AddDays(1)));
        yield return Of("Inställd avlösning", NoticePurpose.ReliefCancelled, new ReliefCancelled(Function, Kim));
        yield return Of("Avblåst, på väg", NoticePurpose.StandDown, new KloStoodDown(text));
        yield return InPlace("Avblåst, på plats", NoticePurpose.StandDown, new KloStoodDown(text));
        yield return Of("Återkallad, på väg", NoticePurpose.Annulment, new CrisisAnnulled(text));
        yield return InPlace("Återkallad, på plats", NoticePurpose.Annulment, new CrisisAnnulled(text));
        yield return Of("Hopslagen, på väg", NoticePurpose.Merger, new CrisisMerged(Guid.Empty, text));
        yield return InPlace("Hopslagen, på plats", NoticePurpose.Merger, new CrisisMerged(Guid.Empty, text));
        yield return Of("Förslag att avveckla", NoticePurpose.StandDownProposal, new StandDownProposed(text), AnswerBy);
        yield return Of("Stabsorientering", NoticePurpose.Briefing, new StaffBriefingCalled(later, null, text));
        yield return Of("Ändrad stabsorientering", NoticePurpose.BriefingMoved, new StaffBriefingCalled(later, Text(w.Place), null));
        yield return Of("Inställd stabsorientering", NoticePurpose.BriefingCancelled, new StaffBriefingCancelled(later, text));
        yield return Of("Uppgift", NoticePurpose.Task, new TaskGiven(Guid.Empty, text, Function, later, 3));
        yield return Of("Försenad uppgift", NoticePurpose.TaskOverdue, new TaskOverdue(Guid.Empty, text, Function, later));
        yield return Of("Ny nivå", NoticePurpose.Level, new CrisisLevelSet(CrisisLevel.Partial, text));
        yield return Of("Beslut att verkställa", NoticePurpose.Decision, Decision(text, later));
        yield return Of("Försenat beslut", NoticePurpose.DecisionOverdue, new DecisionOverdue(3, text, Function, later));
        yield return Of("Beslut återkallat", NoticePurpose.DecisionVoid, new DecisionWithdrawn(3, text));
        yield return Of("Beslut ändrat", NoticePurpose.DecisionVoid, new DecisionRevised(3, 4, text, [RevisedPart.Executor], Function));
        yield return Of("Ny organisation", NoticePurpose.Reorganisation, new KloReorganised(PlanName.Wartime, 1, [], [], text));
    }

    private static IEnumerable<(string, NoticePurpose, Func<Words, Matter>)> OfAlarms(Written w)
    {
        var leak = Alarmed(w) with { Severity = Severity.Severe };
        yield return ("Larm", NoticePurpose.Alert, About(NoticePurpose.Alert, leak).In);
        yield return (
            "Larm av okänd art, från samma dag i förrgår",
            NoticePurpose.Alert,
            About(
                NoticePurpose.Alert,
                leak with
                {
                    Kind = IncidentKind.Other,
                    Headline = Text(w.Text),
                    Severity = Severity.Unknown,
                    Via = Kim,
                    ReportedAt = Noon.AddDays(-2),
                }
            ).In
        );
        yield return ("För kännedom", NoticePurpose.Information, About(NoticePurpose.Information, leak).In);
        yield return ("Allvarligare larm", NoticePurpose.AlarmGraver, About(NoticePurpose.AlarmGraver, leak).In);
        yield return ("Larm som gäller igen", NoticePurpose.AlarmOnAgain, About(NoticePurpose.AlarmOnAgain, leak).In);
        yield return ("Återkallat larm", NoticePurpose.AlarmTakenBack, About(NoticePurpose.AlarmTakenBack, leak).In);
        yield return ("Faran över", NoticePurpose.AlarmPassed, About(NoticePurpose.AlarmPassed, leak).In);
        var summed = new AlertsSummedUp(Tib, Kim, AlertWeight.Severe, 59, 12, Noon.AddMinutes(-30), [new(new("fire"), 59)], AnswerBy, 2);
        yield return ("Flera larm", NoticePurpose.AlertSummary, Gathered(NoticePurpose.AlertSummary, summed));
        var bounded = new AlertMessagesBounded(Tib, Kim, AlertWeight.Usual, MessageBound.All, 200, true, AnswerBy);
        yield return ("Gräns nådd", NoticePurpose.MessageBound, Gathered(NoticePurpose.MessageBound, bounded));
    }

    private static IEnumerable<(string, NoticePurpose, Func<Words, Matter>)> OfRights()
    {
        var declared = new Fact(new KloStoodDown(Text("")), 1, Guid.Empty, Noon.AddHours(-1), Vd);
        Func<Words, Matter> Right(NoticePurpose purpose, IDomainEvent happened, params Fact[] crisis) =>
            words => AccessMatter.In(purpose, [new(happened, 2, Guid.Empty, Noon, Vd)], crisis, words);
        yield return (
            "Roll",
            NoticePurpose.Access,
            Right(NoticePurpose.Access, new RoleGranted(Kim, StandingRole.OnCallManager, RoleReach.Realm))
        );
        yield return ("Insläppt", NoticePurpose.Access, Right(NoticePurpose.Access, new ReaderAdmitted(Kim, WithTexts: true), declared));
        yield return ("Nås på annat sätt", NoticePurpose.Reach, Right(NoticePurpose.Reach, new ReachabilityGiven(Kim, [])));
    }

    private static DecisionTaken Decision(CommittedText text, DateTimeOffset due) =>
        new(3, text, text, [], null, Function, Mandate.Holder, Function, due, Noon, null);

    private static Func<Words, Matter> Gathered(NoticePurpose purpose, IDomainEvent cause) =>
        words => GatheringTexts.Matter(purpose, GatheringTexts.Line(cause, words)!);

    private static CrisisMatter CrisisOf(
        Written w,
        NoticePurpose purpose,
        IDomainEvent cause,
        DateTimeOffset? by,
        params IDomainEvent[] before
    )
    {
        var declared = new CrisisDeclared(new("fire"), Text(w.Title), Text(w.Text), PlanName.Normal, 1, Text(w.Place), []);
        var convened = new KloConvened(PlanName.Normal, 1, [new(Function, [Vd, Kim])]);
        var plan = new PlanAdopted(PlanName.Normal, [new(Function, Text(w.Function), Text(""), Vd, [Kim])]);
        var facts = Facts([declared, convened, .. before, cause]);
        return new(
            Told(purpose, by) with
            {
                Function = Function,
            },
            Fold.Of<Crisis>(facts),
            Fold.Of<KloActivation>(facts),
            Fold.Of<KloPlan>(Facts([plan])),
            facts[^1]
        );
    }

    private static IncidentMatter About(NoticePurpose purpose, Incident incident) =>
        new(Told(purpose, purpose == NoticePurpose.Alert ? AnswerBy : null), incident);

    private static Incident Alarmed(Written w) =>
        Incident.Initial with
        {
            Kind = new("gas-leak"),
            Place = Text(w.Place),
            Area = new("hokarangen"),
            Text = Text(w.Text),
            ReportedAt = Noon.AddMinutes(-1),
        };

    private static Notice Told(NoticePurpose purpose, DateTimeOffset? by) =>
        Notice.Initial with
        {
            Person = Kim,
            Purpose = purpose,
            AnswerBy = by,
            ComposedAt = Noon,
        };

    private static Fact[] Facts(params IDomainEvent[] events) => [.. events.Select((e, i) => new Fact(e, i + 1, Guid.Empty, Noon, Vd))];

    private static CommittedText Text(string words) => CommittedText.Commit(words, new byte[32]);
}
