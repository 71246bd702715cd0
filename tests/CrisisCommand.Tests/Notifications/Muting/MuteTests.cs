using CrisisCommand.Notifications;
using CrisisCommand.Notifications.Muting;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Notifications.Muting;

public class MuteTests
{
    [Fact]
    public void A_person_mutes_until_a_time_or_until_they_say_otherwise()
    {
        var night = new MuteTellings(Noon.AddHours(8));
        State<Mute>().Twice(m => night.Decide(m, Vd, Noon)).ThenNothing().ShouldBeExactly(new TellingsMuted(Vd, Noon.AddHours(8)));
        var open = new MuteTellings();
        State<Mute>(new TellingsMuted(Vd, Noon.AddHours(8))).Twice(m => open.Decide(m, Vd, Noon)).ThenNothing();
    }

    [Fact]
    public void A_time_that_has_passed_mutes_nothing() =>
        new MuteTellings(Noon).Decide(Mute.Initial, Vd, Noon).ShouldBeRefused(NotificationRefusals.MutedInThePast);

    [Fact]
    public void A_mute_covers_until_its_time_and_can_be_given_again_after_it()
    {
        var until = Noon.AddHours(1);
        var mute = State<Mute>(new TellingsMuted(Vd, until));
        mute.Covers(until.AddSeconds(-1)).ShouldBeTrue();
        mute.Covers(until).ShouldBeFalse();
        new MuteTellings(until.AddHours(1)).Decide(mute, Vd, until).ShouldBeExactly(new TellingsMuted(Vd, until.AddHours(1)));
        State<Mute>(new TellingsMuted(Vd, null)).Covers(Noon.AddYears(1)).ShouldBeTrue();
    }

    [Fact]
    public void A_person_unmutes_once()
    {
        State<Mute>(new TellingsMuted(Vd, null))
            .Twice(m => UnmuteTellings.Decide(m, Vd))
            .ThenNothing()
            .ShouldBeExactly(new TellingsUnmuted(Vd));
        UnmuteTellings.Decide(Mute.Initial, Vd).ShouldBeNothing();
        State<Mute>(new TellingsMuted(Vd, null), new TellingsUnmuted(Vd)).Covers(Noon).ShouldBeFalse();
    }
}
