using CrisisCommand.Alarms;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Alarms;

public class KeepRefusedAlarmTests
{
    private static readonly Guid Raw = Id(77);

    private static KeepRefusedAlarm Keep(string bytes, int size = 40) =>
        new(
            Sha256.Of(System.Text.Encoding.UTF8.GetBytes(bytes)),
            size,
            new("text/xml"),
            [new("alarms.refused-no-alert")],
            Text("Inget larm")
        );

    private static AlarmRefused Refused(string bytes, int size = 40, bool kept = true) =>
        new(Keep(bytes).Digest, size, new("text/xml"), [new("alarms.refused-no-alert")], Text("Inget larm"), kept ? Raw : null);

    [Fact]
    public void Is_kept_once_and_counted_on_the_same_fact_when_it_comes_again() =>
        RefusedAlarms
            .Initial.Twice(known => Keep("a").Decide(known, Raw, Noon))
            .ThenExactly(new AlarmRefusedAgain(Keep("a").Digest))
            .ShouldBeExactly(Refused("a"));

    [Fact]
    public void A_very_large_one_is_told_of_and_not_kept()
    {
        var most = KeepRefusedAlarm.MostBytes;
        Keep("a", most).Decide(RefusedAlarms.Initial, Raw, Noon).ShouldBeExactly(Refused("a", most));
        Keep("a", most + 1).Decide(RefusedAlarms.Initial, Raw, Noon).ShouldBeExactly(Refused("a", most + 1, kept: false));
    }

    [Fact]
    public void So_many_of_one_sender_wait_at_once_and_the_rest_is_counted()
    {
        var waiting = State<RefusedAlarms>(Enumerable.Range(0, RefusedAlarms.MostOpen).Select(n => Refused($"{n}")));

        Keep("more").Decide(waiting, Raw, Noon).ShouldBeExactly(new RefusedAlarmCounted(Keep("more").Digest));
        // What waits already is no more than it was.
        Keep("3").Decide(waiting, Raw, Noon).ShouldBeExactly(new AlarmRefusedAgain(Keep("3").Digest));
        var counted = waiting.After(new Fact(new RefusedAlarmCounted(Keep("more").Digest), 21, Id(21), At(21), Vd));
        (counted.Open.Length, counted.Counted, counted.CountedAt).ShouldBe((20, 1, At(21)));
    }

    [Fact]
    public void So_many_are_kept_in_a_day_however_fast_they_are_seen_to()
    {
        var busy = State<RefusedAlarms>(
            Enumerable
                .Range(0, RefusedAlarms.MostADay)
                .SelectMany(n => new IDomainEvent[] { Refused($"{n}"), new RefusedAlarmsSettled((2 * n) + 1, null) })
        );
        busy.IsOpen.ShouldBeFalse();

        Keep("more").Decide(busy, Raw, At(100)).ShouldBeExactly(new RefusedAlarmCounted(Keep("more").Digest));
        // The first was kept in the first minute: a day later there is room for one.
        Keep("more").Decide(busy, Raw, At(1).AddDays(1).AddTicks(-1)).Events.ShouldHaveSingleItem().ShouldBeOfType<RefusedAlarmCounted>();
        Keep("more").Decide(busy, Raw, At(1).AddDays(1)).ShouldBeExactly(Refused("more"));
    }
}
