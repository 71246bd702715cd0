using CrisisCommand.Kit;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Timeline;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Kit;

/// <summary>The journal cut into sheets: every line on one of them, none missing.</summary>
[Properties(Arbitrary = [typeof(PaperLogTests)], EndSize = 60, QuietOnSuccess = true)]
public class PaperLogTests
{
    /// <summary>A line of the journal.</summary>
    /// <param name="Later">After the line before it; often none, at times hours.</param>
    /// <param name="Delay">From when its time was taken until it could be read.</param>
    public sealed record Written(TimeSpan Later, TimeSpan Delay);

    public static Arbitrary<Written[]> Arbitrary() => Arb.From(Line.NonEmptyListOf().Select(l => l.ToArray()));

    private static Gen<Written> Line =>
        from later in Gen.Frequency(
            (4, Gen.Constant(0)),
            (8, Gen.Choose(1, 400)),
            (3, Gen.Choose(400, 4_000)),
            (1, Gen.Choose(4_000, 90_000))
        )
        from delay in Gen.Frequency((9, Gen.Choose(0, 3)), (1, Gen.Choose(0, 90)))
        select new Written(TimeSpan.FromSeconds(later), TimeSpan.FromSeconds(delay));

    [Property(MaxTest = 1000, Replay = "20261125,301")]
    public void All_sheets_together_are_the_journal(Written[] lines)
    {
        var times = Times(lines);
        var log = Log(times, times[^1].AddMinutes(40));
        var sheets = Enumerable.Range(1, log.Newest).Select(n => log.Sheet(n)).ToList();
        sheets.SelectMany(Versions).ShouldBe(Enumerable.Range(1, times.Count).Select(v => (long)v));
        sheets.Zip(sheets.Skip(1)).All(p => p.First.Next == p.Second.First && p.First.Ends == p.Second.Begins).ShouldBeTrue();
        foreach (var sheet in sheets)
        {
            Versions(sheet).All(v => times[(int)v - 1] >= sheet.Begins && times[(int)v - 1] < sheet.Ends).ShouldBeTrue();
        }
    }

    /// <summary>A printer that prints each sheet when it is complete, while the journal grows, and lines come in late.</summary>
    [Property(MaxTest = 1000, Replay = "20261125,303")]
    public void The_running_log_prints_every_line_once(Written[] lines, bool stoodDown)
    {
        var times = Times(lines);
        var seen = Seen(lines, times);
        var (printed, now) = (new List<long>(), seen[0]);
        PaperLog Known() => Log([.. times.Where((_, i) => seen[i] <= now)], now);
        for (var sheet = Known().Sheet(1, 1); printed.Count < times.Count; )
        {
            now = new[] { now, sheet.Ends + PaperLog.Grace }.Max();
            sheet = Known().Sheet(sheet.Number, sheet.First);
            sheet.IsComplete.ShouldBeTrue();
            printed.AddRange(Versions(sheet));
            var after = Known().After(sheet).ShouldNotBeNull();
            (after.Number > sheet.Number, after.First).ShouldBe((true, sheet.Next));
            sheet = after;
        }

        printed.ShouldBe(Enumerable.Range(1, times.Count).Select(v => (long)v));
        if (stoodDown)
        {
            var over = Log(times, now) with { IsStoodDown = true };
            over.After(over.Sheet(over.Newest)).ShouldBeNull();
        }
    }

    [Fact]
    public void A_sheet_is_a_quarter_by_the_wall_clock()
    {
        var log = Log(
            [Noon.AddMinutes(7), Noon.AddMinutes(15).AddTicks(-1), Noon.AddMinutes(15), Noon.AddMinutes(50)],
            Noon.AddMinutes(62)
        );
        log.Newest.ShouldBe(5);
        log.Sheet(1).ShouldBe(new(1, Noon, Noon.AddMinutes(15), 1, 2, true));
        log.Sheet(2).ShouldBe(new(2, Noon.AddMinutes(15), Noon.AddMinutes(30), 3, 3, true));
        log.Sheet(3).ShouldBe(new(3, Noon.AddMinutes(30), Noon.AddMinutes(45), 4, 3, true));
        log.Sheet(4).ShouldBe(new(4, Noon.AddMinutes(45), Noon.AddMinutes(60), 4, 4, true));
        log.Sheet(5).ShouldBe(new(5, Noon.AddMinutes(60), Noon.AddMinutes(75), 5, 4, false));
        log.After(log.Sheet(2)).ShouldBe(log.Sheet(4));
        log.After(log.Sheet(4)).ShouldBe(log.Sheet(5));
        (log with { IsStoodDown = true }).Newest.ShouldBe(4);
    }

    /// <summary>What is being recorded when the quarter ends is waited for.</summary>
    [Fact]
    public void A_sheet_is_complete_a_moment_after_its_quarter()
    {
        Log([Noon], Noon.AddMinutes(15)).Sheet(1).IsComplete.ShouldBeFalse();
        Log([Noon], Noon.AddMinutes(15) + PaperLog.Grace).Sheet(1).IsComplete.ShouldBeTrue();
    }

    /// <summary>In the night in which the clocks go back, half past two comes twice and so does its sheet.</summary>
    [Fact]
    public void A_night_of_twenty_five_hours_has_a_hundred_sheets()
    {
        var midnight = new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.FromHours(2)).ToUniversalTime();
        var log = Log([midnight], midnight.AddHours(25).AddTicks(-1));
        log.Newest.ShouldBe(100);
        var w = new KitWording(new Words(Words.Swedish));
        w.Minute(log.Sheet(11).Begins).ShouldBe("2026-10-25 02:30 +02:00");
        w.Minute(log.Sheet(15).Begins).ShouldBe("2026-10-25 02:30 +01:00");
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("?sheet=4", "", null)]
    [InlineData("?sheet=0", "kit.invalid-sheet", null)]
    [InlineData("?sheet=-1", "kit.invalid-sheet", null)]
    [InlineData("?sheet=two", "kit.invalid-sheet", null)]
    [InlineData("?sheet=99999999999", "kit.invalid-sheet", null)]
    [InlineData("?sheet=5&from=5", "", null)]
    [InlineData("?sheet=6", "kit.sheet-not-begun", "5")]
    [InlineData("?from=0", "kit.unknown-line", "0")]
    [InlineData("?from=6", "kit.unknown-line", "6")]
    public void A_sheet_that_is_not_there_is_refused(string query, string code, string? named)
    {
        var log = Log([Noon.AddMinutes(7), Noon.AddMinutes(8), Noon.AddMinutes(9), Noon.AddMinutes(50)], Noon.AddMinutes(62));
        var (request, refusal) = PaperRequest.Read(KitGiven.Query(query));
        refusal ??= request!.Refuse(log);
        (refusal?.Code ?? "").ShouldBe(code);
        if (named is not null)
        {
            refusal!.Arguments.ShouldContain(named);
        }
    }

    [Theory]
    [InlineData("", 5, true)]
    [InlineData("?sheet=2", 2, false)]
    [InlineData("?sheet=2&from=3", 2, true)]
    public void A_sheet_alone_is_read_and_the_log_runs(string query, int number, bool running)
    {
        var log = Log([Noon.AddMinutes(7), Noon.AddMinutes(20)], Noon.AddMinutes(62));
        var request = PaperRequest.Read(KitGiven.Query(query)).Request!;
        (request.Of(log).Number, request.IsRunning).ShouldBe((number, running));
    }

    [Fact]
    public void Sheets_lead_to_each_other()
    {
        var log = Log([Noon.AddMinutes(7), Noon.AddMinutes(50)], Noon.AddMinutes(62));
        var links = PaperLinks.Of("/live/crises/1/paper", log, log.Sheet(1));
        (links.This, links.Previous, links.Next).ShouldBe(("/live/crises/1/paper?sheet=1", null, "/live/crises/1/paper?sheet=2"));
        links.Running.ShouldBe("/live/crises/1/paper?sheet=1&from=1");
        links.Following.ShouldBe("/live/crises/1/paper?sheet=4&from=2");
        PaperLinks.Of("", log, log.Sheet(5)).Next.ShouldBeNull();
    }

    private static IEnumerable<long> Versions(PaperSheet sheet)
    {
        for (var version = sheet.First; version <= sheet.Last; version++)
        {
            yield return version;
        }
    }

    private static List<DateTimeOffset> Times(Written[] lines) =>
        [.. lines.Aggregate(new List<DateTimeOffset>(), (t, l) => [.. t, (t.Count == 0 ? Noon : t[^1]) + l.Later])];

    /// <summary>Versions come to sight in their order.</summary>
    private static List<DateTimeOffset> Seen(Written[] lines, List<DateTimeOffset> times) =>
        [
            .. lines
                .Select((l, i) => times[i] + l.Delay)
                .Aggregate(new List<DateTimeOffset>(), (s, t) => [.. s, s.Count > 0 && s[^1] > t ? s[^1] : t]),
        ];

    private static PaperLog Log(IReadOnlyList<DateTimeOffset> times, DateTimeOffset now) =>
        new(
            Fold.Of<TimelineIndex>(times.Select((t, i) => new Fact(new FunctionLeftVacant(Situation), i + 1, Id(i + 1), t, Vd))),
            false,
            now
        );
}
