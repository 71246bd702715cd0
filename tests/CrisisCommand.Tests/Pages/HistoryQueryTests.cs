using CrisisCommand.Decisions;
using CrisisCommand.Pages.TimeMachine;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Timeline;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Pages;

/// <summary>The facts of <see cref="Story"/> are recorded one a minute from 12:00 UTC, which is 13:00 in Stockholm.</summary>
public class HistoryQueryTests
{
    private static readonly DateTimeOffset Now = Noon.AddHours(1);

    // Four versions: convened 13:01, staffed 13:02, decision 13:03, decision 13:04.
    private static readonly TimelineIndex Index = State<TimelineIndex>([.. Led, HistorySamples.Decision(1), HistorySamples.Decision(2)]);

    [Fact]
    public void Nothing_said_is_the_last_version_as_it_was_known()
    {
        foreach (var query in new[] { default, new HistoryQuery("", "", "", "", "") })
        {
            Found(query).ShouldBe(new Moment(4, At(4), 4, false));
        }
    }

    [Fact]
    public void A_version_is_shown_as_of_when_its_fact_was_recorded() =>
        Found(new("2", null, "known", null, null)).ShouldBe(new Moment(2, At(2), 4, false));

    [Fact]
    public void A_time_is_of_Stockholm_and_takes_in_the_whole_of_its_second()
    {
        var last = TimeSpan.FromSeconds(1) - TimeSpan.FromMicroseconds(1);
        Found(new(null, "2026-11-23T13:03", null, null, null)).ShouldBe(new Moment(3, At(3) + last, 4, false) { At = "2026-11-23T13:03" });
        Found(new(null, "2026-11-23T13:02:59", null, null, null)).Version.ShouldBe(2);
    }

    [Fact]
    public void What_happened_is_read_at_a_version_or_a_time()
    {
        Found(new("3", null, "happened", null, null)).ShouldBe(new Moment(3, At(3), 4, true));
        Found(new(null, "2026-11-23T13:03", "happened", null, null)).Happened.ShouldBeTrue();
    }

    [Fact]
    public void It_is_compared_with_a_version_or_a_time_earlier_or_later()
    {
        Found(new("4", null, null, "2", null)).From.ShouldBe(2);
        Found(new("2", null, null, "4", null)).From.ShouldBe(4);
        Found(new("4", null, null, "2026-11-23T13:03", null)).From.ShouldBe(3);
    }

    [Fact]
    public void A_decision_stands_on_the_version_that_its_taker_was_served()
    {
        var query = new HistoryQuery(null, null, null, null, "2");
        query.DecisionOf(Index).Taken!.Version.ShouldBe(4);
        var (moment, _) = query.Find(Index, Now, served: 2);
        (moment!.Version, moment.Decision).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData("5", null, null, null, "pages.no-such-version", "?version")]
    [InlineData("0", null, null, null, "pages.no-such-version", "?version")]
    [InlineData("-1", null, null, null, "pages.no-such-version", "?version")]
    [InlineData("99999999999999999999", null, null, null, "pages.no-such-version", "?version")]
    [InlineData("förra", null, null, null, "pages.no-such-version", "?version")]
    [InlineData("2", null, null, "9", "pages.no-such-version", "?from")]
    [InlineData("2", null, null, "i går", "pages.no-time", "?from")]
    [InlineData(null, "14.32", null, null, "pages.no-time", "?at")]
    [InlineData(null, "2026-03-29T02:30", null, null, "pages.no-time", "?at")]
    [InlineData(null, "2026-11-23T12:59", null, null, "pages.not-declared-then", "?at")]
    [InlineData(null, "2026-11-23T14:00:01", null, null, "pages.time-ahead", "?at")]
    [InlineData("2", "2026-11-23T13:03", null, null, "pages.version-or-time", "?version")]
    [InlineData("2", null, "guessed", null, "pages.no-such-reading", "?as")]
    [InlineData("2", null, "happened", "1", "pages.only-known", "?as")]
    public void What_cannot_be_shown_is_named(string? version, string? at, string? reading, string? from, string code, string pointer)
    {
        var (moment, refusal) = new HistoryQuery(version, at, reading, from, null).Find(Index, Now);
        moment.ShouldBeNull();
        (refusal!.Code, refusal.Pointer).ShouldBe((code, pointer));
        var said = new Words(Words.Swedish).Say(refusal.Wording, [.. refusal.Arguments]);
        foreach (var wrong in refusal.Arguments)
        {
            said.ShouldContain(wrong);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("ett")]
    public void A_decision_that_is_not_there_is_named(string number) =>
        new HistoryQuery(null, null, null, null, number)
            .DecisionOf(Index)
            .Refusal.ShouldBe(HistoryRefusals.NoSuchDecision.With(number, "2"));

    [Fact]
    public void A_decision_is_not_shown_on_another_version_nor_as_it_happened()
    {
        new HistoryQuery("3", null, null, null, "2")
            .Find(Index, Now, served: 2)
            .Refusal.ShouldBe(HistoryRefusals.OtherVersion.With("2", "2", "3"));
        new HistoryQuery(null, null, "happened", null, "2").Find(Index, Now, served: 2).Refusal.ShouldBe(HistoryRefusals.OnlyKnown);
        new HistoryQuery(null, "2026-11-23T13:03", null, null, "2")
            .Find(Index, Now, served: 2)
            .Refusal.ShouldBe(HistoryRefusals.VersionOrTime);
    }

    [Fact]
    public void The_address_is_all_the_state()
    {
        var moment = new Moment(3, At(3), 4, false) { From = 1 };
        moment.To(2).ShouldBe("?version=2&from=1");
        moment.Read(true).ShouldBe("?version=3&as=happened");
        moment.Read(false).ShouldBe("?version=3&from=1");
        moment.Beside(null).ShouldBe("?version=3");
        var happened = new Moment(3, At(3), 4, true) { At = "2026-11-23T13:03" };
        happened.To(2).ShouldBe("?version=2&as=happened");
        happened.Read(false).ShouldBe("?at=2026-11-23T13%3A03");
        Moment.Served(2, 7).ShouldBe("?version=2&decision=7");
        Moment.Between(1, 3).ShouldBe("?version=3&from=1");
    }

    private static Moment Found(HistoryQuery query)
    {
        var (moment, refusal) = query.Find(Index, Now);
        refusal.ShouldBeNull();
        return moment!;
    }
}

/// <summary>What the tests of the time machine share.</summary>
internal static class HistorySamples
{
    public static DecisionTaken Decision(int number, BoardSeen? receipt = null) =>
        new(number, Text($"Beslut nummer {number}"), Text("Motiv"), [], null, null, null, null, null, At(number), receipt);
}
