namespace CrisisCommand.Tests.House;

public class IssuedTwiceCanaryTests
{
    [Theory]
    [InlineData("Klo", "object t = new Staff().Decide(klo);")]
    [InlineData("Klo", "object t = klo.Twice(k => new Staff().Decide(k));")]
    [InlineData("Klo", "object t = klo.Twice(k => new StaffFunction().Decide(k)).ThenNothing();")]
    [InlineData("Klo", "Leave staff = new(); object t => klo.Twice(k => staff.Decide(k)).ThenNothing();")]
    [InlineData("Crises", "object t = klo.Twice(k => new Staff().Decide(k)).ThenNothing();")]
    public void A_command_that_is_not_issued_twice_is_found(string feature, string test) =>
        IssuedTwice
            .EveryCommandIsIssuedTwice(Testing(feature, test))
            .ShouldBe(["Klo/Staff.cs: no test in tests/CrisisCommand.Tests/Klo issues Staff twice"]);

    [Theory]
    [InlineData("object t = klo.Twice(k => new Staff().Decide(k)).ThenNothing();")]
    [InlineData("object t = klo.Twice(k => Staff.Decide(k)).ThenRefused(no);")]
    [InlineData("Staff staff = new(); object t => klo.Twice(k => staff.Decide(k)).ThenTheSame();")]
    [InlineData("void T() { var staff = new Staff(); klo.Twice(k => staff.Decide(k)).ThenNothing(); }")]
    [InlineData("static Staff Of(int n) => new(n); object t = klo.Twice(k => Of(1).Decide(k)).ThenNothing();")]
    [InlineData("object t = TwiceIssued.Stateless(() => new Staff().Decide());")]
    public void A_command_that_is_issued_twice_and_looked_at_passes(string test) =>
        IssuedTwice.EveryCommandIsIssuedTwice(Testing("Klo", test)).ShouldBeEmpty();

    private static Code Testing(string feature, string test) =>
        Code.CanarySource(("Klo/Staff.cs", "record Staff { Outcome Decide(Klo klo) => null; }")) with
        {
            Tests = [SourceFile.Parse($"{feature}/StaffTests.cs", $"class StaffTests {{ {test} }}")],
        };
}
