using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

/// <summary>The facts of <see cref="Story"/> are recorded one a minute from noon.</summary>
public class CommonPictureTests
{
    private static readonly StatusKey Strained = new("strained");

    [Fact]
    public void A_report_replaces_only_what_it_speaks_of()
    {
        var picture = Told(
            Report(new(new("skarholmen"), null, StatusKey.Critical, Text("Två trapphus")), new(null, Situation, Strained, null)),
            Report(new StatusLine(new("hasselby"), null, Strained, null))
        );

        picture.ShouldBe([
            new(new("hasselby"), null, Strained, null, At(2), Vd),
            new(new("skarholmen"), null, StatusKey.Critical, Text("Två trapphus"), At(1), Vd),
            new(null, Situation, Strained, null, At(1), Vd),
        ]);
    }

    [Fact]
    public void What_is_well_again_says_so_and_does_not_vanish_and_keeps_no_words_of_before() =>
        Told(
                Report(new StatusLine(new("skarholmen"), null, StatusKey.Critical, Text("Två trapphus"))),
                Report(new StatusLine(new("skarholmen"), null, StatusKey.Normal, null))
            )
            .ShouldBe([new(new("skarholmen"), null, StatusKey.Normal, null, At(2), Vd)]);

    [Fact]
    public void The_whole_an_area_a_function_and_a_function_in_an_area_are_four()
    {
        var picture = Told(
            Report(
                new(null, Situation, Strained, null),
                new(new("ragsved"), Situation, Strained, null),
                new(new("ragsved"), null, Strained, null),
                new(null, null, Strained, null)
            )
        );

        picture
            .Select(c => c.About)
            .ShouldBe([(null, null), (new AreaKey("ragsved"), null), (new AreaKey("ragsved"), Situation), (null, Situation)]);
    }

    [Fact]
    public void A_report_in_words_alone_touches_no_line()
    {
        var before = State<CommonPicture>(Report(new StatusLine(null, null, Strained, null)));
        var words = new Fact(Report(), 2, Id(2), At(2), Vd);

        before.After(words).ShouldBeSameAs(before);
    }

    /// <summary>Since then such a report is refused; those of before are read.</summary>
    [Fact]
    public void Of_an_old_report_that_spoke_twice_of_the_same_the_last_word_holds() =>
        Told(Report(new(null, null, Strained, null), new(null, null, StatusKey.Critical, null)))
            .ShouldBe([new(null, null, StatusKey.Critical, null, At(1), Vd)]);

    [Fact]
    public void What_a_reorganisation_leaves_out_stays_as_it_was_told() =>
        Told(
                Report(new StatusLine(null, Situation, StatusKey.Critical, null)),
                new KloReorganised(new("wartime"), 1, [new(FunctionKey.CrisisLeader, [Vd])], [], Text("Krig"))
            )
            .ShouldBe([new(null, Situation, StatusKey.Critical, null, At(1), Vd)]);

    [Fact]
    public void A_hundred_areas_told_one_by_one_stand_in_one_order_whatever_the_order_told()
    {
        var areas = Enumerable.Range(0, 100).Select(n => new AreaKey($"area-{n:00}")).ToList();
        IDomainEvent[] told = [.. areas.Select(a => Report(new StatusLine(a, null, Strained, null)))];

        Told(told).Select(c => c.Area!.Value).ShouldBe(areas);
        Told([.. told.Reverse()]).Select(c => c.Area!.Value).ShouldBe(areas);
    }

    private static IEnumerable<StatusCell> Told(params IDomainEvent[] events) => State<CommonPicture>(events).Cells;

    private static SituationReported Report(params StatusLine[] lines) => new(Text("Läget"), [.. lines]);
}
