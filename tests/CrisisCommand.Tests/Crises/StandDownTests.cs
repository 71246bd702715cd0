using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class StandDownTests
{
    private static readonly StandDown Over = new(Text("Faran är över"));
    private static readonly SummonsAnswered WriterComing = new(Documentation, Writer, SummonsAnswer.Coming, null);
    private static readonly KloActivation Staffed = After(LeaderStaffed, WriterStaffed);

    [Fact]
    public void Two_persons_end_a_crisis_and_one_of_them_leads_it()
    {
        var proposed = Staffed.Twice(now => Over.Decide(now, Writer, Noon), by: Writer).ThenNothing();
        proposed.ShouldBeExactly(new StandDownProposed(Over.Text));

        var ended = Over.Decide(By(Staffed, proposed, Writer), Vd, Noon.AddMinutes(29));
        ended.ShouldBeExactly(new KloStoodDown(Over.Text));
        Over.Decide(By(Staffed, ended, Vd), Vd, Noon).ShouldBeRefused(CrisisRefusals.StoodDown);
        Over.Decide(By(Staffed, Over.Decide(Staffed, Vd, Noon), Vd), Writer, Noon).ShouldBeExactly(new KloStoodDown(Over.Text));
    }

    [Fact]
    public void Two_of_whom_none_leads_do_not()
    {
        var klo = By(Staffed, Over.Decide(Staffed, Writer, Noon), Writer);
        Over.Decide(klo, Observer, Noon).ShouldBeRefused(CrisisRefusals.StandDownWithoutLeader);
    }

    [Fact]
    public void A_proposal_waits_half_an_hour_and_is_then_made_anew()
    {
        var klo = By(Staffed, Over.Decide(Staffed, Writer, Noon), Writer);
        Over.Decide(klo, Vd, Noon.AddMinutes(30)).ShouldBeExactly(new StandDownProposed(Over.Text));
    }

    [Fact]
    public void The_leader_calls_it_off_alone_while_nobody_else_has_said_that_they_come()
    {
        Over.Decide(After(), Vd, Noon).ShouldBeExactly(new KloStoodDown(Over.Text));
        Over.Decide(After(WriterComing), Vd, Noon).ShouldBeExactly(new StandDownProposed(Over.Text));
        Over.Decide(After(WriterStaffed), Vd, Noon).ShouldBeExactly(new StandDownProposed(Over.Text));
        Over.Decide(After(), Writer, Noon).ShouldBeExactly(new StandDownProposed(Over.Text));
    }

    private static KloActivation By(KloActivation klo, Outcome outcome, PersonId by) =>
        outcome.Events.Aggregate(klo, (state, happened) => state.After(new(happened, 90, Guid.Empty, Noon, by)));
}
