using CrisisCommand.Boards;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

public class ReportFunctionSituationTests
{
    private static readonly AreaKey Ragsved = new("ragsved");
    private static readonly ReportFunctionSituation Short = new(StatusKey.Strained, Text("Två man borta"));
    private static readonly FunctionSituationReported Told = new(Situation, StatusKey.Strained, Text("Två man borta"));
    private static readonly SituationReported Judged = new(
        Text("Läget är stabilt"),
        [new(Ragsved, null, StatusKey.Critical, null)],
        Noon.AddHours(2)
    );

    [Fact]
    public void Whoever_holds_a_function_tells_how_it_fares_as_often_as_they_like() =>
        State<LogBook>(Led).Twice(log => Short.Decide(log, Situation, Areas)).ThenTheSame().ShouldBeExactly(Told);

    [Fact]
    public void Also_in_one_area() =>
        (Short with { Area = Ragsved }).Decide(State<LogBook>(Led), Situation, Areas).ShouldBeExactly(Told with { Area = Ragsved });

    [Fact]
    public void A_function_and_an_area_that_there_are_not_are_named()
    {
        Short.Decide(State<LogBook>(Led), new("press"), Areas).ShouldBeRefused(KloRefusals.UnknownFunction.With("press"));
        (Short with { Area = new("kista") })
            .Decide(State<LogBook>(Led), Situation, Areas)
            .ShouldBeRefused((JournalRefusals.UnknownArea with { Pointer = "#/area" }).With("kista"));
    }

    [Fact]
    public void What_stands_on_the_board_can_be_told_anew_though_its_function_is_gone()
    {
        var gone = new FunctionSituationReported(new("press"), StatusKey.Critical, Text("Ingen svarar"));
        Short
            .Decide(State<LogBook>([.. Led, gone]), new("press"), Areas)
            .ShouldBeExactly(gone with { Status = StatusKey.Strained, Text = Text("Två man borta") });
    }

    [Fact]
    public void A_crisis_that_is_over_takes_none() =>
        Short.Decide(State<LogBook>([.. Led, StoodDown]), Situation, Areas).ShouldBeRefused(JournalRefusals.StoodDown);

    [Fact]
    public void The_leaders_judgement_and_what_was_said_of_everything_else_stand()
    {
        var board = State<Board>([.. Led, Judged, Told]);

        board.Situation.ShouldBe(State<Board>([.. Led, Judged]).Situation);
        board
            .Picture.Cells.Select(c => (c.Area, c.Function, c.Status.Value, c.ReportedAt))
            .ShouldBe([(Ragsved, null, "critical", At(3)), ((AreaKey?)null, Situation, "strained", At(4))]);
        board.Touched.Situation.ShouldBe(At(4));
    }

    [Fact]
    public void And_the_next_judgement_leaves_what_a_function_told_of_itself()
    {
        var board = State<Board>([.. Led, Told, Judged]);
        board.Picture.Has(null, Situation).ShouldBeTrue();
        board.Picture.Has(Ragsved, null).ShouldBeTrue();
    }

    [Fact]
    public void Before_anybody_has_judged_it_all_the_board_shows_the_functions()
    {
        var shown = SituationWording.Of(State<Board>([.. Led, Told]), Swedish)!;

        (shown.IsJudged, shown.Text, shown.NextAt, shown.ReportedAt).ShouldBe((false, "", null, At(3)));
        shown.Status.ShouldHaveSingleItem().StatusName.ShouldBe("ansträngt");
        SituationWording.Of(State<Board>(Led), Swedish).ShouldBeNull();
    }

    [Fact]
    public void A_board_of_the_fold_before_knew_the_reports_of_it_all_alone()
    {
        var two = State<Board>([.. Led, Judged, Told]).By(2);
        two.Picture.Cells.ShouldHaveSingleItem().About.ShouldBe((Ragsved, null));
    }

    private static Words Swedish => new(Words.Swedish);
}
