using CrisisCommand.Notifications;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Notifications;

public class RecordCallTests
{
    private static readonly IDomainEvent[] Waiting =
    [
        new NoticeComposed(Vd, NoticePurpose.Summons, Id(7), 7, Id(1001), null, FunctionKey.CrisisLeader, Noon),
        new NoticePassedToOperator(OperatorReason.NoChannel),
    ];

    [Fact]
    public void Who_was_reached_was_reached_once()
    {
        var reached = new RecordCall(CallOutcome.Reached);
        var first = reached.Decide(State<Notice>(Waiting));

        first.ShouldBeExactly(new NoticeCalled(CallOutcome.Reached));
        reached.Decide(State<Notice>([.. Waiting, .. first.Events])).ShouldBeNothing();
    }

    [Theory]
    [InlineData(CallOutcome.NoAnswer)]
    [InlineData(CallOutcome.MessageLeft)]
    [InlineData(CallOutcome.WrongNumber)]
    public void Each_call_in_vain_is_a_fact_of_its_own(CallOutcome outcome)
    {
        var call = new RecordCall(outcome);
        var first = call.Decide(State<Notice>(Waiting));

        first.ShouldBeExactly(new NoticeCalled(outcome));
        call.Decide(State<Notice>([.. Waiting, .. first.Events])).ShouldBeExactly(new NoticeCalled(outcome));
    }
}
