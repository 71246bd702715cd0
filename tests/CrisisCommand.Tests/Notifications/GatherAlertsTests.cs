using CrisisCommand.Alerts;
using CrisisCommand.Notifications;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Notifications.GatheringGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Notifications;

/// <summary>The first alarm of a sender is told at once, and what follows in one line that counts.</summary>
public class GatherAlertsTests
{
    [Fact]
    public void The_first_is_told_at_once_and_those_that_came_with_it_are_held()
    {
        After().Twice(now => News(AlertWeight.Usual, 1).Decide(now, Limits, None, Noon)).ThenNothing().ShouldBeExactly(Told(1));
        Gather([], Noon, 1, 2, 3).ShouldBeExactly(Told(1), Held(1, opens: true, Noon.AddSeconds(30), 2, 3));
    }

    [Fact]
    public void What_follows_too_soon_waits_and_the_same_news_again_is_nothing()
    {
        // Story tells one event a minute from noon on: the first was told at 12.01.
        var told = After(Told(1));
        Gather(told, At(1).AddSeconds(10), 2).ShouldBeExactly(Held(2, opens: true, At(1).AddSeconds(30), 2));
        Gather(told, At(1).AddSeconds(30), 2).ShouldBeExactly(Told(2));
        Gather(told, At(9), 1).ShouldBeNothing();
        Gather(After(Told(1), Held(2, true, At(5), 2)), At(3), 3).ShouldBeExactly(Held(3, opens: false, At(5), 3));
    }

    /// <summary>What a subscription had passed is handed to it by itself, also where it had come among others after all.</summary>
    [Fact]
    public void What_had_come_among_others_and_comes_again_by_itself_is_counted_once()
    {
        var held = After(Told(1), Held(1, true, At(5), 2, 3));
        Gather(held, At(3), 3).ShouldBeNothing();
        Gather(held, At(3), 3, 4).ShouldBeExactly(Held(3, opens: false, At(5), 4));
        var summed = After(Told(1), Held(1, true, At(2), 2, 3), Summed(2, 2, At(1), 1));
        Gather(summed, At(9), 2).ShouldBeNothing();
    }

    [Fact]
    public void What_is_grave_is_told_at_once_in_a_flood_of_trifles()
    {
        var flood = After(Told(1), Held(2, true, At(5), 2, 3, 4));
        Gather(flood, At(3), AlertWeight.Extreme, 9).ShouldBeExactly(Told(9) with { Weight = AlertWeight.Extreme });
    }

    [Fact]
    public void Several_may_have_messages_of_their_own_where_it_is_set_so()
    {
        var limits = Limits with { AtOnce = 2 };
        News(AlertWeight.Usual, 2).Decide(After(Told(1)), limits, None, At(1).AddSeconds(1)).ShouldBeExactly(Told(2) with { Alone = 2 });
        News(AlertWeight.Usual, 3)
            .Decide(After(Told(1), Told(2) with { Alone = 2 }), limits, None, At(2).AddSeconds(1))
            .ShouldBeExactly(Held(3, opens: true, At(2).AddSeconds(30), 3));
        // Also where they come as one piece of news; a bound leaves the fewer alone.
        var second = Told(2) with
        {
            Alone = 2,
            Batch = Told(1).Batch,
        };
        News(AlertWeight.Usual, 1, 2, 3)
            .Decide(After(), limits, None, Noon)
            .ShouldBeExactly(Told(1), second, Held(1, true, Noon.AddSeconds(30), 3));
        News(AlertWeight.Usual, 1, 2)
            .Decide(After(), limits with { PerSender = 1 }, None, Noon)
            .ShouldBeExactly(Told(1), Held(1, true, Noon.AddSeconds(30), 2));
    }

    [Fact]
    public void What_was_held_is_told_in_one_line_and_alone_where_it_stayed_the_only_one()
    {
        var many = After(Told(1), Held(2, true, At(3), 2, 3));
        many.Twice(now => new SummaryDue(Tib, Jour, AlertWeight.Usual, At(3)).Decide(now, Limits, None, 0, At(3), At(99)))
            .ThenNothing()
            .ShouldBeExactly(Summed(2, 2, since: At(1), summaries: 1));
        Sum(many, At(3), At(2)).ShouldBeNothing();
        Sum(many, At(4), At(9)).ShouldBeNothing();
        Sum(After(Told(1), Held(2, true, At(3), 2)), At(3), At(3)).ShouldBeExactly(Told(2) with { Batch = null, Summaries = 1 });
    }

    [Fact]
    public void What_somebody_has_taken_meanwhile_is_not_told()
    {
        var many = After(Told(1), Held(2, true, At(3), 2, 3));
        Sum(many, At(3), At(3), settled: 1).ShouldBeExactly(Summed(2, 1, since: At(1), summaries: 1));
        Sum(many, At(3), At(3), settled: 2).ShouldBeExactly(Summed(2, 0, since: At(1), summaries: 1));
        After(Told(1), Held(2, true, At(3), 2, 3), Summed(2, 0, At(1), 1)).Told.Length.ShouldBe(1);
    }

    [Fact]
    public void What_is_told_for_information_is_counted_by_itself_and_told_also_of_what_somebody_has_taken()
    {
        var information = Told(2) with { Weight = AlertWeight.Information };
        // That somebody was told of one a moment ago holds up no call, nor a call that.
        Gather(After(information), At(1), AlertWeight.Severe, 3).ShouldBeExactly(Told(3) with { Weight = AlertWeight.Severe });
        Gather(After(Told(1)), At(1), AlertWeight.Information, 2).ShouldBeExactly(information);
        var held = Held(3, true, At(3), 3, 4) with { Weight = AlertWeight.Information };
        After(information, held)
            .Twice(now => new SummaryDue(Tib, Jour, AlertWeight.Information, At(3)).Decide(now, Limits, None, 2, At(3), At(99)))
            .ThenNothing()
            .ShouldBeExactly(Summed(2, 2, since: At(1), summaries: 1) with { Weight = AlertWeight.Information });
    }

    [Fact]
    public void Each_summary_waits_longer_and_after_a_quiet_time_it_begins_anew()
    {
        var twice = After(Told(1), Held(2, true, At(2), 2, 3), Summed(2, 2, At(1), 1));
        Gather(twice, At(4), 4).ShouldBeExactly(Held(4, opens: true, At(3) + TimeSpan.FromMinutes(2), 4));
        Gather(twice, At(5), 4).ShouldBeExactly(Told(4));
    }

    [Fact]
    public void The_bounds_hold_and_a_senders_first_in_the_hour_goes_out_all_the_same()
    {
        var limits = Limits with { PerSender = 2, PerPerson = 5, InAll = 9 };
        var twice = After(Told(1), Told(2));
        var now = At(10);
        GatheringBounds.Reached(twice, AlertWeight.Usual, limits, None, now).ShouldBe(MessageBound.Sender);
        GatheringBounds.Reached(After(Told(1)), AlertWeight.Usual, limits, new(5, 5), now).ShouldBe(MessageBound.Person);
        GatheringBounds.Reached(After(Told(1)), AlertWeight.Usual, limits, new(4, 9), now).ShouldBe(MessageBound.All);
        GatheringBounds.Reached(After(Told(1)), AlertWeight.Usual, limits, new(4, 8), now).ShouldBeNull();
        GatheringBounds.Reached(AlertGathering.Initial, AlertWeight.Usual, limits, new(99, 99), now).ShouldBeNull();
        GatheringBounds.Reached(twice, AlertWeight.Usual, limits, new(99, 99), At(1) + TimeSpan.FromHours(2)).ShouldBeNull();

        // What is grave does not wait for what trifles have used up, its sender's own or others'.
        GatheringBounds.Reached(twice, AlertWeight.Extreme, limits, new(99, 99), now).ShouldBeNull();
        Gather(twice, now, AlertWeight.Extreme, 9).ShouldBeExactly(Told(9) with { Weight = AlertWeight.Extreme });

        var until = At(1) + TimeSpan.FromHours(1);
        var bounded = new AlertMessagesBounded(Tib, Jour, AlertWeight.Usual, MessageBound.Sender, 2, IsNews: true, until);
        News(AlertWeight.Usual, 3).Decide(twice, limits, None, now).ShouldBeExactly(Held(3, opens: true, now, 3), bounded);
        var waiting = After(Told(1), Told(2), Held(3, true, At(3), 3), bounded);
        // By then the link of a single one has expired: it is a line that counts one.
        new SummaryDue(Tib, Jour, AlertWeight.Usual, until)
            .Decide(waiting, limits, None, 0, until, At(99))
            .ShouldBeExactly(Summed(1, 1, since: At(2), summaries: 1));
        // The operators are told once an hour, however often it is looked.
        GatheringBounds.Bounded(Tib, Jour, AlertWeight.Usual, waiting, MessageBound.Sender, limits, At(20)).IsNews.ShouldBeFalse();
    }
}
