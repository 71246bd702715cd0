using CrisisCommand.Notifications;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Sending;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Notifications;

/// <summary>What becomes of a message while nothing is sent, and after a person has started sending.</summary>
public class NoticeHoldTests
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(15);
    private static readonly ReachedAt Sms = new(Channel.Sms, Text("+46701740605"));
    private static readonly NoticeStep Attempt = new NoticeStep.Attempt(Sms, 1);
    private static readonly NoticeStep Repeat = new NoticeStep.Repeat(new(Channel.Sms, 1, Sms.Address, Text("Larm"), At(1)));
    private static readonly Notice Old = Notice.Initial with { ComposedAt = At(1) };

    [Fact]
    public void While_it_is_held_nothing_is_sent_and_nothing_is_forgotten()
    {
        var hold = new NoticeHold(true, SendingRelease.Initial, Again);
        hold.Of(Old, Attempt, At(2)).ShouldBe(new NoticeStep.Wait(At(2) + Again));
        hold.Of(Old, Repeat, At(2)).ShouldBe(new NoticeStep.Wait(At(2) + Again));
        // What needs no provider goes on.
        foreach (
            var step in new NoticeStep[]
            {
                new NoticeStep.End(NoticeEnding.Answered),
                new NoticeStep.PassToOperator(OperatorReason.NoChannel),
            }
        )
        {
            hold.Of(Old, step, At(2)).ShouldBe(step);
        }
    }

    [Fact]
    public void Where_nobody_had_to_start_anything_everything_goes_out() =>
        new NoticeHold(false, SendingRelease.Initial, Again).Of(Old, Attempt, At(2)).ShouldBe(Attempt);

    [Fact]
    public void What_waited_goes_the_way_that_was_said_and_what_came_after_goes_out()
    {
        var held = new NoticeStep.PassToOperator(OperatorReason.Held);
        Released(OverdueMessages.Wait).Of(Old, Attempt, At(6)).ShouldBe(held);
        Released(OverdueMessages.Wait).Of(Old, Repeat, At(6)).ShouldBe(held);
        Released(OverdueMessages.Wait)
            .Of(Old with { OperatorReason = OperatorReason.Held }, Attempt, At(6))
            .ShouldBe(new NoticeStep.Done());
        Released(OverdueMessages.Drop).Of(Old, Attempt, At(6)).ShouldBe(new NoticeStep.End(NoticeEnding.Dropped));
        Released(OverdueMessages.Send).Of(Old, Attempt, At(6)).ShouldBe(Attempt);
        var later = Old with { ComposedAt = At(5) };
        Enum.GetValues<OverdueMessages>().Select(o => Released(o).Of(later, Attempt, At(6))).Distinct().ShouldBe([Attempt]);
    }

    private static NoticeHold Released(OverdueMessages overdue) =>
        new(false, SendingRelease.Initial with { At = At(5), Overdue = overdue }, Again);
}
