using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

public class ReportSituationTests
{
    private static readonly ReportSituation Calm = new(Text("Läget är stabilt"));
    private static readonly LogBook Open = State<LogBook>(Led);
    private static readonly StatusKey Strained = new("strained");

    [Fact]
    public void The_situation_is_reported_in_words_alone() =>
        Open.Twice(now => Calm.Decide(now, Areas, Noon)).ThenTheSame().ShouldBeExactly(new SituationReported(Text("Läget är stabilt"), []));

    [Fact]
    public void And_per_area_and_function()
    {
        var report = Calm with
        {
            Status = [new(Strained, new("ragsved"), null, Text("Ett hus utan ström")), new(Strained, null, Situation), new(Strained)],
        };
        report
            .Decide(Open, Areas, Noon)
            .ShouldBeExactly(
                new SituationReported(
                    Text("Läget är stabilt"),
                    [
                        new(new("ragsved"), null, Strained, Text("Ett hus utan ström")),
                        new(null, Situation, Strained, null),
                        new(null, null, Strained, null),
                    ]
                )
            );
    }

    [Fact]
    public void Reported_twice_is_two_reports()
    {
        var log = State<LogBook>([.. Led, new SituationReported(Text("Läget är stabilt"), [])]);
        Calm.Decide(log, Areas, Noon).ShouldBeExactly(new SituationReported(Text("Läget är stabilt"), []));
    }

    [Fact]
    public void An_unknown_area_is_named_with_its_place() =>
        (Calm with { Status = [new(Strained), new(Strained, new("kista"))] })
            .Decide(Open, Areas, Noon)
            .ShouldBeRefused((JournalRefusals.UnknownArea with { Pointer = "#/status/1/area" }).With("kista"));

    [Fact]
    public void An_unknown_function_is_named_with_its_place() =>
        (Calm with { Status = [new(Strained, new("ragsved"), new("press"))] })
            .Decide(Open, Areas, Noon)
            .ShouldBeRefused((JournalRefusals.UnknownFunction with { Pointer = "#/status/0/function" }).With("press"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        Calm.Decide(State<LogBook>([.. Led, StoodDown]), Areas, Noon).ShouldBeRefused(JournalRefusals.StoodDown);

    [Fact]
    public void It_says_when_the_next_one_comes() =>
        (Calm with { NextAt = Noon.AddHours(1) })
            .Decide(Open, Areas, Noon)
            .ShouldBeExactly(new SituationReported(Text("Läget är stabilt"), [], Noon.AddHours(1)));

    [Fact]
    public void The_next_one_cannot_have_been_due_but_for_the_error_of_a_clock()
    {
        (Calm with { NextAt = Noon.AddSeconds(-61) }).Decide(Open, Areas, Noon).ShouldBeRefused(JournalRefusals.NextReportPast, "#/nextAt");
        (Calm with { NextAt = Noon.AddSeconds(-60) }).Decide(Open, Areas, Noon).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Nor_be_so_far_off_that_it_is_never_overdue()
    {
        (Calm with { NextAt = DateTimeOffset.MaxValue })
            .Decide(Open, Areas, Noon)
            .ShouldBeRefused(JournalRefusals.NextReportTooFar, "#/nextAt");
        (Calm with { NextAt = Noon.AddDays(366) }).Decide(Open, Areas, Noon).Refusal.ShouldBeNull();
    }

    public static TheoryData<ReportedStatus, string, string?> Twice =>
        new()
        {
            { new(Strained, new("ragsved")), "#/status/2/area", "ragsved" },
            { new(Strained, null, Situation), "#/status/2/function", "situation" },
            { new(Strained, new("ragsved"), Situation), "#/status/2", "situation, ragsved" },
            { new(Strained), "#/status/2", null },
        };

    [Theory]
    [MemberData(nameof(Twice))]
    public void Speaking_twice_of_the_same_is_refused_and_named_with_its_place(ReportedStatus line, string pointer, string? named)
    {
        var other = new ReportedStatus(Strained, new("hasselby"));
        var again = line with { Status = StatusKey.Critical, Text = Text("Värre") };
        var outcome = (Calm with { Status = [line, other, again] }).Decide(Open, Areas, Noon);

        outcome.ShouldBeRefused(JournalRefusals.StatusTwice, pointer);
        (outcome.Refusal!.Arguments.SingleOrDefault(), outcome.Refusal.Variant).ShouldBe((named, named is null ? "whole" : null));
    }

    [Fact]
    public void An_area_and_a_function_in_it_are_not_the_same() =>
        (Calm with { Status = [new(Strained, new("ragsved")), new(Strained, null, Situation), new(Strained, new("ragsved"), Situation)] })
            .Decide(Open, Areas, Noon)
            .Refusal.ShouldBeNull();

    [Fact]
    public void Of_what_stands_on_the_board_it_can_be_said_that_it_is_well_again_also_after_a_reorganisation()
    {
        IDomainEvent reorganised = new KloReorganised(new("wartime"), 1, [new(FunctionKey.CrisisLeader, [Vd])], [], Text("Krig"));
        var told = new SituationReported(Text("Oro"), [new(null, Situation, StatusKey.Critical, null)]);
        var well = Calm with { Status = [new(StatusKey.Normal, null, Situation)] };

        well.Decide(State<LogBook>([.. Led, told, reorganised]), Areas, Noon)
            .ShouldBeExactly(new SituationReported(Text("Läget är stabilt"), [new(null, Situation, StatusKey.Normal, null)]));
        well.Decide(State<LogBook>([.. Led, reorganised]), Areas, Noon)
            .ShouldBeRefused((JournalRefusals.UnknownFunction with { Pointer = "#/status/0/function" }).With("situation"));
    }

    [Theory]
    [InlineData(
        "sv",
        "Lägesrapport: Oro – Helheten: ansträngt; Rågsved: kritiskt (Ett hus); Lägesbild och analys, Hässelby: wobbly – Nästa lägesrapport: 2026-11-23 13:30:00 +01:00"
    )]
    [InlineData(
        "en",
        "Situation report: Oro – As a whole: strained; Rågsved: critical (Ett hus); Situation and analysis, Hässelby: wobbly – Next situation report: 2026-11-23 13:30:00 +01:00"
    )]
    public void The_log_says_all_of_it(string language, string said)
    {
        var told = new SituationReported(
            Text("Oro"),
            [
                new(null, null, Strained, null),
                new(new("ragsved"), null, StatusKey.Critical, Text("Ett hus")),
                new(new("hasselby"), Situation, new("wobbly"), null),
            ],
            Noon.AddMinutes(30)
        );

        told.InWords(new(language == "sv" ? Words.Swedish : Words.English)).ShouldBe(said);
    }

    [Fact]
    public void A_report_of_before_is_read_without_a_next_one() =>
        System
            .Text.Json.JsonSerializer.Deserialize<SituationReported>(
                """{"text": {"c": "NoO1vdKzXtYHI-Pohs9Px1MrJ0cTmqW9t71f6QUP4hw"}, "status": [{"area": "ragsved", "status": "normal"}]}""",
                Json.Stored([new Facts(JournalJson.Default)])
            )!
            .NextAt.ShouldBeNull();
}
