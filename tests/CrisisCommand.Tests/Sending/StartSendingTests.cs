using CrisisCommand.Platform.Texts;
using CrisisCommand.Sending;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Sending;

public class StartSendingTests
{
    private static readonly StartSending Start = new(Text("Återläst efter haveri"));
    private static readonly InstallationMark Mark = new(InstallationMark.Key, Id(1), "server", 7, 1, 2, null);
    private static readonly DatabaseSeen Copy = new("elsewhere", 8, 3, Mark, 40, Id(40), true, false);

    [Fact]
    public void The_copy_becomes_the_one_where_it_stands_and_what_waited_waits_for_a_person()
    {
        var outcome = TwiceIssued.Stateless(() => Start.Decide(HoldReason.Copy, Copy, 4, Id(2), Noon));
        outcome.Events.ShouldBe([new SendingStarted(Start.Why, OverdueMessages.Wait, HoldReason.Copy, Id(1), 5)]);
        outcome.Documents.ShouldBe([Mark with { System = "elsewhere", Oid = 8, Timeline = 3, Releases = 5, ServedAt = Noon }]);
    }

    [Fact]
    public void One_without_a_mark_gets_its_own() =>
        Start
            .Decide(HoldReason.Unknown, Copy with { Mark = null }, 0, Id(2), Noon)
            .Documents.ShouldBe([new InstallationMark(InstallationMark.Key, Id(2), "elsewhere", 8, 3, 1, Noon)]);

    [Fact]
    public void What_is_on_is_not_started_nor_what_nobody_could_look_at()
    {
        Start.Decide(null, Copy, 0, Id(2), Noon).ShouldBeRefused(SendingRefusals.AlreadyOn);
        Start.Decide(HoldReason.Copy, null, 0, Id(2), Noon).ShouldBeRefused(SendingRefusals.NotLooked);
        Start.Decide(HoldReason.NotLooked, Copy, 0, Id(2), Noon).ShouldBeRefused(SendingRefusals.NotLooked);
    }
}
