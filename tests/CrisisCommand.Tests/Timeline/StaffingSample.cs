using CrisisCommand.Klo;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Timeline.SampleCrisis;

namespace CrisisCommand.Tests.Timeline;

/// <summary>A night in which everything happens that can happen to a function.</summary>
internal static class StaffingSample
{
    public static readonly FunctionKey Communications = new("communications");
    public static readonly FunctionKey Operations = new("property-operations");
    public static readonly FunctionKey Support = new("people-support");
    public static readonly FunctionKey Supply = new("civil-supply");

    private static readonly KloConvened Convened = new(
        PlanName.Normal,
        1,
        [
            Order(Leader, "vd", "vd-1"),
            Order(Staff, "chief-of-staff", "chief-of-staff-1"),
            Order(Communications, "communications", "communications-1"),
            Order(Operations, "property-operations", "property-operations-1"),
            Order(Support, "people-support"),
            Order(Log, "documentation"),
        ]
    );

    private static readonly KloReorganised Wartime = new(
        new("wartime"),
        2,
        [
            Order(Leader, "vd", "vd-1"),
            Order(Staff, "chief-of-staff"),
            Order(Communications, "communications"),
            Order(Operations, "property-operations"),
            Order(Supply, "people-support", "people-support-1"),
            Order(Log, "documentation"),
        ],
        [
            new(Leader, Leader),
            new(Staff, Staff),
            new(Communications, Communications),
            new(Operations, Operations),
            new(Support, Supply),
            new(Log, Log),
        ],
        Text("Höjd beredskap")
    );

    public static SampleCrisis Night() =>
        Mustered(new SampleCrisis())
            .Then("2026-10-25T01:10:00Z", "system", new FunctionLeftVacant(Operations))
            .Then("2026-10-25T01:20:00Z", "system", new HolderCalled(Leader, new("vd"), At("2026-10-25T01:23:00Z")))
            .Then("2026-10-25T01:23:00Z", "system", new HolderSilent(Leader, new("vd")), Summoned(Leader, "vd-1", 1))
            .Then("2026-10-25T01:40:00Z", "vd-1", new FunctionTakenOver(Leader, new("vd"), new("vd-1"), Mandate.Deputy))
            .Then("2026-10-25T01:50:00Z", "chief-of-staff", new FunctionStaffed(Operations, new("jour"), Mandate.Appointed))
            .Then("2026-10-25T02:20:00Z", "vd-1", Wartime, Summoned(Log, "documentation", 0))
            .Then("2026-10-25T02:45:00Z", "vd", new HandoverAccepted(Leader, new("vd-1"), new("vd"), Mandate.Holder))
            .Then("2026-10-25T05:00:00Z", "vd", new KloStoodDown(Text("Ordinarie organisation tar vid")));

    private static SampleCrisis Mustered(SampleCrisis crisis) =>
        crisis
            .Then("2026-10-25T00:00:00Z", "vd", Convened, Summoned(Leader, "vd", 0), Summoned(Staff, "chief-of-staff", 0))
            .Then(
                "2026-10-25T00:02:00Z",
                "vd",
                Summoned(Communications, "communications", 0),
                Summoned(Operations, "property-operations", 0),
                Summoned(Support, "people-support", 0)
            )
            .Then("2026-10-25T00:03:00Z", "vd", new FunctionStaffed(Leader, new("vd"), Mandate.Holder))
            .Then("2026-10-25T00:05:00Z", "system", new SummonsUnanswered(Communications, new("communications")))
            .Then("2026-10-25T00:06:00Z", "system", Summoned(Communications, "communications-1", 1))
            .Then(
                "2026-10-25T00:10:00Z",
                "chief-of-staff",
                new FunctionStaffed(Staff, new("chief-of-staff"), Mandate.Holder),
                Answered(Operations, "property-operations", SummonsAnswer.Declined),
                Answered(Support, "people-support", SummonsAnswer.Coming, "2026-10-25T00:30:00Z")
            )
            .Then("2026-10-25T00:11:00Z", "system", Summoned(Operations, "property-operations-1", 1))
            .Then(
                "2026-10-25T00:12:00Z",
                "communications-1",
                Answered(Communications, "communications-1", SummonsAnswer.Coming, "2026-10-25T00:50:00Z")
            )
            .Then("2026-10-25T00:14:00Z", "system", new SummonsUnanswered(Operations, new("property-operations-1")))
            .Then("2026-10-25T00:35:00Z", "people-support", new FunctionStaffed(Support, new("people-support"), Mandate.Holder))
            .Then("2026-10-25T01:00:00Z", "system", new ArrivalOverdue(Communications, new("communications-1")));

    private static FunctionSummoned Summoned(FunctionKey function, string person, int rank) =>
        new(function, new(person), rank, At("2026-10-25T00:05:00Z"));

    private static SummonsAnswered Answered(FunctionKey function, string person, SummonsAnswer answer, string? eta = null) =>
        new(function, new(person), answer, eta is null ? null : At(eta));

    private static CallOrder Order(FunctionKey function, params string[] persons) =>
        new(function, [.. persons.Select(p => new PersonId(p))]);
}
