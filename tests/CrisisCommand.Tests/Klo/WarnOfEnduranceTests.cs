using CrisisCommand.Klo;
using CrisisCommand.Klo.Endurance;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class WarnOfEnduranceTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly EnduranceDue Due = new(Guid.Empty, Documentation, Writer, Noon);

    [Fact]
    public void A_tenure_that_still_stands_is_warned_of_once()
    {
        var klo = After(WriterStaffed);
        var first = klo.Twice(k => WarnOfEndurance.Decide(k, Due, Longest)).ThenNothing();

        first.ShouldBeExactly(new EnduranceWarned(Documentation, Writer, Noon + Longest));
    }

    [Fact]
    public void Nothing_is_said_of_a_tenure_that_is_over()
    {
        WarnOfEndurance.Decide(After(), Due, Longest).ShouldBeNothing();
        WarnOfEndurance
            .Decide(After(WriterStaffed, new HandoverAccepted(Documentation, Writer, Writer1, Mandate.Deputy)), Due, Longest)
            .ShouldBeNothing();
        WarnOfEndurance.Decide(After(WriterStaffed, StoodDown), Due, Longest).ShouldBeNothing();
        // In the function again, but since another time: that one has a clock of its own.
        WarnOfEndurance.Decide(After(WriterStaffed), Due with { HeldSince = Noon.AddHours(-3) }, Longest).ShouldBeNothing();
    }

    [Fact]
    public void A_new_tenure_of_the_same_function_is_warned_of_anew()
    {
        var warned = After(WriterStaffed, new EnduranceWarned(Documentation, Writer, Noon + Longest));
        var passed = warned.Then(Outcome.Happened(new HandoverAccepted(Documentation, Writer, Writer1, Mandate.Deputy)));
        WarnOfEndurance
            .Decide(passed, Due with { Person = Writer1 }, Longest)
            .ShouldBeExactly(new EnduranceWarned(Documentation, Writer1, Noon + Longest));
    }

    [Fact]
    public void A_tenure_that_goes_on_under_another_name_is_warned_of_under_that_name()
    {
        FunctionKey log = new("war-diary");
        var reorganised = new KloReorganised(
            new("wartime"),
            1,
            [new(Leader, [Vd]), new(log, [Writer])],
            [new(Leader, Leader), new(Documentation, log)],
            Text("Höjd beredskap")
        );
        WarnOfEndurance
            .Decide(After(WriterStaffed, reorganised), Due, Longest)
            .ShouldBeExactly(new EnduranceWarned(log, Writer, Noon + Longest));
    }

    [Theory]
    [InlineData(12, 1, true)]
    [InlineData(12, 0, true)]
    [InlineData(0, 0, false)]
    [InlineData(12, 12, false)]
    [InlineData(12, -1, false)]
    public void Limits_that_make_no_sense_are_refused_at_start(int longest, int before, bool sound) =>
        new EnduranceOptions { Longest = TimeSpan.FromHours(longest), WarnBefore = TimeSpan.FromHours(before) }.IsSound.ShouldBe(sound);
}
