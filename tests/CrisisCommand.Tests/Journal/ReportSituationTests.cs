using CrisisCommand.Journal;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

public class ReportSituationTests
{
    private static readonly ReportSituation Calm = new(Text("Läget är stabilt"));
    private static readonly LogBook Open = State<LogBook>(Led);
    private static readonly StatusKey Strained = new("strained");

    [Fact]
    public void The_situation_is_reported_in_words_alone() =>
        Calm.Decide(Open, Areas).ShouldBeExactly(new SituationReported(Text("Läget är stabilt"), []));

    [Fact]
    public void And_per_area_and_function()
    {
        var report = Calm with
        {
            Status = [new(Strained, new("ragsved"), null, Text("Ett hus utan ström")), new(Strained, null, Situation), new(Strained)],
        };
        report
            .Decide(Open, Areas)
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
        Calm.Decide(log, Areas).ShouldBeExactly(new SituationReported(Text("Läget är stabilt"), []));
    }

    [Fact]
    public void An_unknown_area_is_named_with_its_place() =>
        (Calm with { Status = [new(Strained), new(Strained, new("kista"))] })
            .Decide(Open, Areas)
            .ShouldBeRefused((JournalRefusals.UnknownArea with { Pointer = "#/status/1/area" }).With("kista"));

    [Fact]
    public void An_unknown_function_is_named_with_its_place() =>
        (Calm with { Status = [new(Strained, new("ragsved"), new("press"))] })
            .Decide(Open, Areas)
            .ShouldBeRefused((JournalRefusals.UnknownFunction with { Pointer = "#/status/0/function" }).With("press"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        Calm.Decide(State<LogBook>([.. Led, StoodDown]), Areas).ShouldBeRefused(JournalRefusals.StoodDown);
}
