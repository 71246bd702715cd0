using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Timeline;
using static CrisisCommand.Tests.Timeline.SampleCrisis;

namespace CrisisCommand.Tests.Timeline;

public class TimelinePageTests
{
    private static readonly IReadOnlyList<Fact> Facts = SampleCrisis.Fire().Facts;

    [Fact]
    public void The_order_of_the_journal_is_that_of_its_versions() =>
        Lines(Facts, TimelineQuery.All).Select(l => l.Version).ShouldBe(Enumerable.Range(1, Facts.Count).Select(v => (long)v));

    [Fact]
    public void In_the_order_of_the_world_a_late_entry_stands_at_the_time_it_tells_of()
    {
        var lines = Lines(Facts, TimelineQuery.All with { Order = TimelineOrder.Occurred });
        lines.Select(l => l.OccurredAt).ShouldBeInOrder();
        // Versions 1 to 5 are the declaration of 00:15; the report of 00:05 and the late entry of 00:10 come before it.
        lines.Select(l => l.Version).Take(3).ShouldBe([8, 13, 1]);
        lines.Select(l => l.Version).Order().ShouldBe(Enumerable.Range(1, Facts.Count).Select(v => (long)v));
    }

    [Fact]
    public void As_of_a_moment_is_the_timeline_of_the_facts_that_stood_then()
    {
        foreach (var order in Enum.GetValues<TimelineOrder>())
        {
            foreach (var moment in Facts.Select(f => f.RecordedAt).Distinct())
            {
                var query = TimelineQuery.All with { Order = order };
                var then = Facts.TakeWhile(f => f.RecordedAt <= moment).ToList();
                Lines(Facts, query with { AsOf = moment }).ShouldBe(Lines(then, query));
            }
        }
    }

    [Fact]
    public void Before_anything_was_known_there_is_nothing() =>
        Lines(Facts, TimelineQuery.All with { AsOf = Facts[0].RecordedAt.AddTicks(-1) }).ShouldBeEmpty();

    [Fact]
    public void A_correction_and_its_entry_name_each_other_from_the_correction_on()
    {
        var now = Lines(Facts, TimelineQuery.All);
        (now[8].CorrectedBy, now[11].Corrects, now[13].Corrects).ShouldBe((Numbered(14), Numbered(9), Numbered(9)));
        Lines(Facts, TimelineQuery.All with { AsOf = At("2026-10-25T01:54:59Z") })[8].CorrectedBy.ShouldBe(Numbered(12));
        Lines(Facts, TimelineQuery.All with { AsOf = At("2026-10-25T01:39:59Z") })[8].CorrectedBy.ShouldBeNull();
    }

    [Fact]
    public void Bounds_hold_for_the_time_that_orders()
    {
        var (from, to) = (At("2026-10-25T00:10:00Z"), At("2026-10-25T00:20:00Z"));
        Versions(TimelineQuery.All with { From = from, To = to }).ShouldBe([1, 2, 3, 4, 5, 6]);
        Versions(TimelineQuery.All with { From = from, To = to, Order = TimelineOrder.Occurred }).ShouldBe([13, 1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void Only_the_kinds_asked_for() =>
        Versions(TimelineQuery.All with { Kinds = [typeof(DecisionTaken), typeof(EntryCorrected)] }).ShouldBe([10, 12, 14, 18, 19]);

    [Theory]
    [InlineData(TimelineOrder.Recorded, 1)]
    [InlineData(TimelineOrder.Recorded, 4)]
    [InlineData(TimelineOrder.Occurred, 1)]
    [InlineData(TimelineOrder.Occurred, 7)]
    public void Pages_give_each_line_once_while_late_entries_arrive(TimelineOrder order, int limit)
    {
        var crisis = SampleCrisis.Fire();
        var expected = Index(crisis.Facts).Marks.Select(m => m.Version).ToList();
        var query = TimelineQuery.All with { Order = order, Limit = limit };
        var seen = new List<long>();
        for (TimelineCursor? next = null; ; )
        {
            var page = TimelinePage.Of(Index(crisis.Facts), query with { After = next });
            seen.AddRange(page.Marks.Select(m => m.Version));
            if (page.Next is null)
            {
                break;
            }

            // Through the form that the link carries.
            next = TimelineCursor.Parse(page.Next.ToString(), order).ShouldNotBeNull();
            if (crisis.Facts.Count < expected.Count + 5)
            {
                crisis.Then("2026-10-25T06:00:00Z", "vd-1", Entry("Sent", "2026-10-25T00:10:00Z", "Glömt"));
            }
        }

        seen.ShouldBeUnique();
        seen.Take(expected.Count).Order().ShouldBe(expected);
    }

    [Theory]
    [InlineData("", TimelineOrder.Recorded)]
    [InlineData("r.-1", TimelineOrder.Recorded)]
    [InlineData("r.1.2", TimelineOrder.Recorded)]
    [InlineData("r.99999999999999999999", TimelineOrder.Recorded)]
    [InlineData("r.5", TimelineOrder.Occurred)]
    [InlineData("o.5.9223372036854775807.5", TimelineOrder.Occurred)]
    [InlineData("o.5.6.7", TimelineOrder.Recorded)]
    public void A_cursor_of_another_list_is_none(string text, TimelineOrder order) => TimelineCursor.Parse(text, order).ShouldBeNull();

    [Fact]
    public void A_cursor_past_the_end_gives_an_empty_page() =>
        TimelinePage.Of(Index(Facts), TimelineQuery.All with { After = new(long.MaxValue, null, 999_999) }).Marks.ShouldBeEmpty();

    private static TimelineIndex Index(IEnumerable<Fact> facts) => Fold.Of<TimelineIndex>(facts);

    private static IReadOnlyList<TimelineLine> Lines(IReadOnlyList<Fact> facts, TimelineQuery query)
    {
        var index = Index(facts);
        return new LineWriter(Catalogue, Reader()).Lines(TimelinePage.Of(index, query), facts, index);
    }

    private static IEnumerable<long> Versions(TimelineQuery query) => Lines(Facts, query).Select(l => l.Version);
}
