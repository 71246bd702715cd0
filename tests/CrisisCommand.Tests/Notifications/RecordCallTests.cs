using CrisisCommand.Notifications;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
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

        State<Notice>(Waiting).Twice(now => reached.Decide(now)).ThenNothing().ShouldBeExactly(new NoticeCalled(CallOutcome.Reached));
    }

    [Theory]
    [InlineData(CallOutcome.NoAnswer)]
    [InlineData(CallOutcome.MessageLeft)]
    [InlineData(CallOutcome.WrongNumber)]
    public void Each_call_in_vain_is_a_fact_of_its_own(CallOutcome outcome)
    {
        var call = new RecordCall(outcome);

        State<Notice>(Waiting).Twice(now => call.Decide(now)).ThenTheSame().ShouldBeExactly(new NoticeCalled(outcome));
    }
}
