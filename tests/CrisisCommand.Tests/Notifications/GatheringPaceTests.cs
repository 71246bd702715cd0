using CrisisCommand.Alerts;
using CrisisCommand.Notifications;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Notifications.GatheringGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Notifications;

/// <summary>Over every pace and repetition that chance brings: whatever comes is told or counted once, and the bound is kept.</summary>
public class GatheringPaceTests
{
    [Fact]
    public void Whatever_comes_at_whatever_pace_is_told_or_counted_once_and_the_bound_is_kept()
    {
        var random = new Random(9);
        for (var run = 0; run < 300; run++)
        {
            var limits = Limits with { PerSender = random.Next(2, 8) };
            AlertWeight[] weights = [AlertWeight.Usual, .. random.Next(2) == 0 ? [AlertWeight.Extreme] : Array.Empty<AlertWeight>()];
            var (facts, now, n, timers) = (new List<Fact>(), Noon, 0, new SortedSet<(DateTimeOffset At, AlertWeight Weight)>());
            (int[] ids, var weight) = ([], AlertWeight.Usual);
            var end = Noon.AddHours(3);
            while (now < end || timers.Count > 0)
            {
                var state = Fold.Of<AlertGathering>(facts);
                if (timers.Count > 0 && timers.Min.At <= now)
                {
                    var due = timers.Min;
                    timers.Remove(due);
                    Add(new SummaryDue(Tib, Jour, due.Weight, due.At).Decide(state, limits, None, 0, now, now));
                    continue;
                }

                if (now < end)
                {
                    // Now and then the same news comes once more, or the end of it.
                    (ids, weight) =
                        ids.Length > 0 && random.Next(4) == 0
                            ? (ids[random.Next(ids.Length)..], weight)
                            : ([.. Enumerable.Range(n, random.Next(1, 4))], weights[random.Next(weights.Length)]);
                    n = ids[^1] + 1;
                    Add(News(weight, ids).Decide(state, limits, None, now));
                }

                now = now < end || timers.Count == 0 ? now.AddSeconds(random.Next(1, 400)) : timers.Min.At;
            }

            var told = facts.Select(f => f.Event).OfType<AlertTold>().Select(t => t.Alert.Incident).ToList();
            var held = facts.Select(f => f.Event).OfType<AlertsHeldBack>().SelectMany(h => h.Alerts).Select(a => a.Incident).ToList();
            told.Concat(held)
                .Distinct()
                .Count()
                .ShouldBe(told.Concat(held).Count() - facts.Count(f => f.Event is AlertTold { Batch: null }));
            var last = Fold.Of<AlertGathering>(facts);
            last.Lanes.ShouldAllBe(l => l.Held.IsEmpty);
            var messages = facts.Where(f => f.Event is AlertTold or AlertsSummedUp).Select(f => f.RecordedAt).ToList();
            // The first of another weight passes the bound.
            var most = limits.PerSender + weights.Length - 1;
            messages.ShouldAllBe(m => messages.Count(o => o > m - TimeSpan.FromHours(1) && o <= m) <= most);

            void Add(Outcome outcome)
            {
                foreach (var happened in outcome.Events)
                {
                    facts.Add(new(happened, facts.Count + 1, Id(facts.Count), now, PersonId.System));
                    if (happened is AlertsHeldBack { Opens: true } opened)
                    {
                        timers.Add((opened.Until, opened.Weight));
                    }
                    else if (happened is AlertMessagesBounded bounded)
                    {
                        timers.Add((bounded.Until, bounded.Weight));
                    }
                }
            }
        }
    }
}
