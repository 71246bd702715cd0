using CrisisCommand.Alarms;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Alarms;

public class SettleRefusedAlarmsTests
{
    private static readonly Sha256 First = Sha256.Of("a"u8);
    private static readonly Sha256 Second = Sha256.Of("b"u8);

    private static AlarmRefused Refused(Sha256 digest) => new(digest, 1, new("text/xml"), [], Text("Inget larm"), Id(77));

    [Fact]
    public void The_sender_was_called_once() =>
        State<RefusedAlarms>(Refused(First), Refused(Second))
            .Twice(refused => new SettleRefusedAlarms(2, Text("Ringt")).Decide(refused, 2))
            .ThenNothing()
            .ShouldBeExactly(new RefusedAlarmsSettled(2, Text("Ringt")));

    [Fact]
    public void What_came_after_they_looked_waits_on()
    {
        var refused = State<RefusedAlarms>(Refused(First), Refused(Second), new RefusedAlarmsSettled(1, null));
        refused.Open.ShouldHaveSingleItem().Digest.ShouldBe(Second);

        // The same bytes once more are news as well: somebody still sends them.
        var again = State<RefusedAlarms>(Refused(First), new AlarmRefusedAgain(First));
        new SettleRefusedAlarms(1).Decide(again, 2).ShouldBeNothing();
        new SettleRefusedAlarms(2).Decide(again, 2).ShouldBeExactly(new RefusedAlarmsSettled(2, null));
    }

    [Fact]
    public void What_was_counted_is_seen_to_with_the_rest()
    {
        var counted = State<RefusedAlarms>(Refused(First), new RefusedAlarmCounted(Second));
        new SettleRefusedAlarms().Decide(counted, 2).ShouldBeExactly(new RefusedAlarmsSettled(2, null));
        State<RefusedAlarms>(Refused(First), new RefusedAlarmCounted(Second), new RefusedAlarmsSettled(2, null)).IsOpen.ShouldBeFalse();
        State<RefusedAlarms>(Refused(First), new RefusedAlarmCounted(Second), new RefusedAlarmsSettled(1, null)).Counted.ShouldBe(1);
    }

    [Fact]
    public void A_version_that_has_not_come_yet_settles_no_more_than_there_is() =>
        new SettleRefusedAlarms(99).Decide(State<RefusedAlarms>(Refused(First)), 1).ShouldBeExactly(new RefusedAlarmsSettled(1, null));
}
