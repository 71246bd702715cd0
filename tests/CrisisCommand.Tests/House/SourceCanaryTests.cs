namespace CrisisCommand.Tests.House;

/// <summary>The source rules on texts that break them, and on the nearest text that does not.</summary>
public class SourceCanaryTests
{
    [Fact]
    public void A_file_of_201_lines_is_too_long()
    {
        SourceRules.FilesAreShort(Code.CanarySource(("Klo/Long.cs", Lines(201)))).ShouldBe(["Klo/Long.cs has 201 lines"]);
        SourceRules.FilesAreShort(Code.CanarySource(("Klo/Long.cs", Lines(200)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("class A { void Long() {\n", "} }", "Klo/A.cs Long has 31 lines")]
    [InlineData("class A { A() {\n", "} }", "Klo/A.cs ConstructorDeclaration has 31 lines")]
    [InlineData("class A { int Long { get {\n", "} } }", "Klo/A.cs GetAccessorDeclaration has 31 lines")]
    [InlineData("class A { void B() { void Long() {\n", "} } }", "Klo/A.cs Long has 31 lines")]
    public void A_body_of_31_lines_is_too_long(string before, string after, string offence)
    {
        SourceRules.MethodsAreShort(Code.CanarySource(("Klo/A.cs", before + Lines(31) + after))).ShouldContain(offence);
        SourceRules.MethodsAreShort(Code.CanarySource(("Klo/A.cs", before + Lines(28) + after))).ShouldBeEmpty();
    }

    [Fact]
    public void An_expression_over_31_lines_is_too_long()
    {
        var sum = string.Join("\n + ", Enumerable.Repeat("1", 31));
        SourceRules
            .MethodsAreShort(Code.CanarySource(("Klo/A.cs", $"class A {{ int Long() => {sum}; }}")))
            .ShouldBe(["Klo/A.cs Long has 31 lines"]);
        SourceRules
            .MethodsAreShort(Code.CanarySource(("Klo/A.cs", $"class A {{ int Long => {sum}; }}")))
            .ShouldBe(["Klo/A.cs Long has 31 lines"]);
    }

    [Theory]
    [InlineData("class StaffEndpoint { }", "Klo/Answer.cs: holds StaffEndpoint")]
    [InlineData("class AnswerEndpoint { } class StaffEndpoint { }", "Klo/Answer.cs: holds AnswerEndpoint and StaffEndpoint")]
    [InlineData("class KloModule { void Map(R api) { api.MapPost(\"/\", P); } }", "Klo/Answer.cs: maps a route in KloModule")]
    public void An_endpoint_stands_in_the_file_of_its_name(string text, string offence) =>
        SourceRules.SlicesHoldTheirEndpoint(Code.CanarySource(("Klo/Answer.cs", text))).ShouldBe([offence]);

    [Fact]
    public void A_slice_with_its_endpoint_passes() =>
        SourceRules
            .SlicesHoldTheirEndpoint(
                Code.CanarySource(("Klo/Answer.cs", "class AnswerEndpoint { void Map(R api) => api.MapPost(\"/\", P); }"))
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("api.MapPost(\"/a\", P).WithName(\"A\");", "Klo/A.cs: \"/a\" names no capability")]
    [InlineData("api.MapGet(\"/a\", G); Use(Capability.ReadKlo);", "Klo/A.cs: \"/a\" names no capability")]
    [InlineData("var open = api.MapGroup(\"/g\"); open.MapGet(\"/a\", G);", "Klo/A.cs: \"/a\" names no capability")]
    public void An_endpoint_that_asks_nothing_of_its_caller_is_found(string map, string offence) =>
        SourceRules.EndpointsNameACapability(Mapping(map)).ShouldBe([offence]);

    [Theory]
    [InlineData("api.MapPost(\"/a\", P).Command(\"A\", \"Klo\", Capability.StaffFunction);")]
    [InlineData("var link = api.MapGroup(\"/g\").WithMetadata(new Needs(Capability.BearSignedLink)); link.MapGet(\"/a\", G);")]
    public void An_endpoint_that_names_its_capability_passes(string map) =>
        SourceRules.EndpointsNameACapability(Mapping(map)).ShouldBeEmpty();

    [Fact]
    public void A_decision_without_a_test_in_its_feature_is_found()
    {
        var untested = Code.CanarySource(("Klo/Staff.cs", "record Staff { Outcome Decide() => null; }"));
        Code With(string path, string text) => untested with { Tests = [SourceFile.Parse(path, text)] };
        var elsewhere = With("Crises/StaffTests.cs", "class T { object t = new Staff().Decide(); }");
        var another = With("Klo/StaffTests.cs", "class StaffTests { object t = new StaffFunction().Decide(); } // Staff");
        var undecided = With("Klo/StaffTests.cs", "class T { object t = new Staff(); }");
        var tested = With("Klo/HandoverTests.cs", "class T { object t = new Staff().Decide(); }");
        var typed = With("Klo/HandoverTests.cs", "class T { Staff t = new(); object d => t.Decide(); }");

        SourceRules.DecisionsHaveTests(untested).ShouldHaveSingleItem().ShouldStartWith("Klo/Staff.cs: no test");
        SourceRules.DecisionsHaveTests(elsewhere).ShouldHaveSingleItem();
        SourceRules.DecisionsHaveTests(another).ShouldHaveSingleItem();
        SourceRules.DecisionsHaveTests(undecided).ShouldHaveSingleItem();
        SourceRules.DecisionsHaveTests(tested).ShouldBeEmpty();
        SourceRules.DecisionsHaveTests(typed).ShouldBeEmpty();
    }

    [Fact]
    public void A_lifted_ban_is_found() =>
        SourceRules.BansStand(Code.CanarySource(("Klo/Staff.cs", "#pragma warning disable RS0030"))).ShouldBe(["Klo/Staff.cs lifts a ban"]);

    [Theory]
    [InlineData("P:System.DateTime.Now;")]
    [InlineData("P:System.DateTime.UtcNow;")]
    [InlineData("P:System.DateTimeOffset.Now;")]
    [InlineData("P:System.DateTimeOffset.UtcNow;")]
    [InlineData("M:System.Guid.NewGuid;")]
    [InlineData("M:System.Guid.CreateVersion7;")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32);")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.Int32);")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan);")]
    public void Clock_ids_and_sleep_are_banned(string symbol) =>
        File.ReadAllLines(Path.Combine(SourceFile.Repository, "BannedSymbols.txt"))
            .ShouldContain(l => l.StartsWith(symbol, StringComparison.Ordinal));

    private static Code Mapping(string map) => Code.CanarySource(("Klo/A.cs", $"class AEndpoint {{ void Map(R api) {{ {map} }} }}"));

    private static string Lines(int count) => string.Concat(Enumerable.Repeat(";\n", count));
}
