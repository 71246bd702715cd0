using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline;
using CrisisCommand.Timeline.Report;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.Tests.Timeline;

/// <summary>A fire in the night in which the clocks go back, as facts with fixed ids, times and texts.</summary>
internal sealed class SampleCrisis
{
    public static readonly Guid Id = Numbered(9_000);
    public static readonly Guid IncidentId = Numbered(9_001);
    public static readonly FunctionKey Leader = FunctionKey.CrisisLeader;
    public static readonly FunctionKey Staff = new("chief-of-staff");
    public static readonly FunctionKey Log = new("documentation");

    public static readonly EventCatalogue Catalogue = MakeCatalogue();

    private readonly List<Fact> _facts = [];
    private DateTimeOffset _now;

    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>The fact that stands at that version.</summary>
    public Fact this[int version] => _facts[version - 1];

    public static Guid Numbered(int number) => Guid.Parse($"00000000-0000-7000-8000-{number:d12}");

    public static CommittedText Text(string words) => CommittedText.Commit(words, new byte[32]);

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    public static string? NameOf(PersonId person) =>
        person.Value switch
        {
            "vd" => "Karin Ström",
            "vd-1" => "Nils Ask",
            "chief-of-staff" => "Omar Haddad",
            "documentation" => "Elin Vik",
            _ => null,
        };

    public SampleCrisis Then(string recordedAt, string by, params IDomainEvent[] events)
    {
        _now = At(recordedAt);
        var held = Fold.Of<KloActivation>(_facts).HeldBy(new(by)) is { } post ? new Capacity(post.Function) : null;
        foreach (var happened in events)
        {
            _facts.Add(new(happened, _facts.Count + 1, Numbered(_facts.Count + 1), _now, new(by), held));
        }

        return this;
    }

    public static SampleCrisis Fire(string title = "Brand i flerbostadshus, Ekholmen 3") =>
        Declared(title)
            .Then("2026-10-25T00:20:00Z", "vd", new FunctionStaffed(Leader, new("vd"), Mandate.Holder))
            .Then("2026-10-25T00:24:10Z", "chief-of-staff", new FunctionStaffed(Staff, new("chief-of-staff"), Mandate.Holder))
            .Then("2026-10-25T00:26:30Z", "system", Report(2, ReportedFact.Report, "Räddningstjänsten på plats", "2026-10-25T00:05:00Z"))
            // Two lines at half past two, an hour apart: version 9 in summer time, version 11 in winter time.
            .Then("2026-10-25T00:30:00Z", "chief-of-staff", Entry("Tolv lägenheter utrymda", "2026-10-25T00:30:00Z"))
            .Then(
                "2026-10-25T00:45:00Z",
                "vd",
                Decision(1, "Öppna mottagningsplats i Skärholmens sim- och idrottshall", Staff, "2026-10-25T00:40:00Z")
            )
            .Then("2026-10-25T01:30:00Z", "chief-of-staff", Entry("Branden under kontroll", "2026-10-25T01:30:00Z"))
            .Then(
                "2026-10-25T01:40:00Z",
                "chief-of-staff",
                new EntryCorrected(Numbered(9), Text("Fjorton lägenheter utrymda"), Text("Två tillkom"))
            )
            .Then("2026-10-25T01:50:00Z", "chief-of-staff", Entry("Hissen spärrad", "2026-10-25T00:10:00Z", "Telefonen var urladdad"))
            .Then(
                "2026-10-25T01:55:00Z",
                "chief-of-staff",
                new EntryCorrected(Numbered(9), Text("Femton lägenheter utrymda"), Text("Räknat om"))
            )
            .Then(
                "2026-10-25T02:00:00Z",
                "chief-of-staff",
                new TaskGiven(Numbered(8_000), Text("Ordna filtar"), Staff, At("2026-10-25T03:00:00Z"), 1)
            )
            .Then(
                "2026-10-25T02:10:00Z",
                "chief-of-staff",
                new DecisionExecuted(1, Text("Öppen sedan 03.05")),
                new TaskDone(Numbered(8_000), Text("Filtar på plats"))
            )
            .Then("2026-10-25T02:20:00Z", "vd", Decision(2, "Inga hyresgäster flyttar tillbaka i natt", null, "2026-10-25T02:20:00Z"))
            .Then(
                "2026-10-25T02:30:00Z",
                "vd",
                Decision(3, "Trapphus A får flytta tillbaka", null, "2026-10-25T02:30:00Z"),
                new DecisionRevised(2, 3, Text("Trapphus A är orört"))
            )
            .Then("2026-10-25T02:40:00Z", "chief-of-staff", Situation())
            .Then("2026-10-25T02:50:00Z", "vd", new HandoverOffered(Leader, new("vd"), new("vd-1"), Text("Lugnt läge")))
            .Then("2026-10-25T02:55:00Z", "vd-1", new HandoverAccepted(Leader, new("vd"), new("vd-1"), Mandate.Deputy))
            .Then("2026-10-25T05:00:00Z", "vd-1", new KloStoodDown(Text("Ordinarie organisation tar vid")));

    private static SampleCrisis Declared(string title) =>
        new SampleCrisis().Then(
            "2026-10-25T00:15:00Z",
            "vd",
            new CrisisDeclared(new("fire"), Text(title), Text("Fara för liv"), PlanName.Normal, 1, Text("Hornsgatan"), [IncidentId]),
            new KloConvened(PlanName.Normal, 1, [Order(Leader, "vd", "vd-1"), Order(Staff, "chief-of-staff"), Order(Log, "documentation")]),
            new FunctionSummoned(Leader, new("vd"), 0, At("2026-10-25T00:18:00Z")),
            new FunctionSummoned(Staff, new("chief-of-staff"), 0, At("2026-10-25T00:18:00Z")),
            new FunctionSummoned(Log, new("documentation"), 0, At("2026-10-25T00:18:00Z"))
        );

    public static EntryWritten Entry(string text, string happened, string? late = null) =>
        new(At(happened), Text(text), EntryCategory.Observation, late is null ? null : Text(late));

    private static DecisionTaken Decision(int number, string decision, FunctionKey? executor, string decidedAt) =>
        new(number, Text(decision), Text("Hyresgästernas säkerhet"), [], null, Leader, Mandate.Holder, executor, null, At(decidedAt), null);

    private static IncidentReportReceived Report(long version, ReportedFact what, string text, string happened) =>
        new(IncidentId, version, what, Text(text), At(happened));

    private static SituationReported Situation() =>
        new(Text("Släckt. Sanering börjar."), [new StatusLine(new("skarholmen"), null, new("strained"), Text("Vatten avstängt"))]);

    private static CallOrder Order(FunctionKey function, params string[] persons) =>
        new(function, [.. persons.Select(p => new PersonId(p))]);

    public AfterAction Report(string realm = "live", bool english = false) =>
        new AfterActionBuilder(Catalogue, Reader(english)).Build(
            new(realm),
            Id,
            Facts,
            new Dictionary<Guid, Incident>
            {
                [IncidentId] = new Incident
                {
                    Kind = new("fire"),
                    Headline = Text("Brand i trapphus"),
                    Place = Text("Ekholmen 3"),
                    Text = Text("Rök i trapphuset"),
                    Latest = new(ReportedFact.AlarmCancellation, Text("Falsklarm"), At("2026-10-25T00:40:00Z"), new("tib")),
                    Actionable = true,
                    Verified = true,
                    CancelledBySender = true,
                    ReportedAt = At("2026-10-25T00:11:00Z"),
                },
            }
        );

    public static Words Reader(bool english = false) => new(english ? Words.English : Words.Swedish, null, NameOf);

    private static EventCatalogue MakeCatalogue()
    {
        var services = new ServiceCollection();
        services.AddIncidents();
        services.AddKlo();
        services.AddCrises();
        services.AddDecisions();
        services.AddJournal();
        services.AddTimeline();
        using var provider = services.BuildServiceProvider();
        return new(provider.GetServices<Facts>());
    }
}
