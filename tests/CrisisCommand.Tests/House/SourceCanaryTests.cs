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

    [Fact]
    public void A_room_of_46_files_is_too_large()
    {
        (string, string)[] Files(int count) => [.. Enumerable.Range(0, count).Select(n => ($"Klo/Staffing/A{n}.cs", ""))];
        SourceRules.RoomsAreSmall(Code.CanarySource([.. Files(46), ("Klo/B.cs", "")])).ShouldBe(["Klo/Staffing holds 46 files"]);
        SourceRules.RoomsAreSmall(Code.CanarySource([.. Files(45), ("Klo/B.cs", "")])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/CrisisCommand/Klo/Long.razor")]
    [InlineData("tests/CrisisCommand.BoardTests/LongTests.cs")]
    [InlineData("tests/CrisisCommand.Tests/Canaries/Long.cs")]
    public void A_page_or_a_test_of_201_lines_is_too_long_as_well(string path)
    {
        SourceRules.FilesAreShort(Code.CanaryFiles((path, Lines(201)))).ShouldBe([$"{path} has 201 lines"]);
        SourceRules.FilesAreShort(Code.CanaryFiles((path, Lines(200)), ("src/CrisisCommand/a.svg", Lines(201)))).ShouldBeEmpty();
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
    [InlineData("class Desk(A a, B b, C c, D d, E e, F f) { }", true)]
    [InlineData("class Desk { Desk(A a, B b, C c, D d, E e, F f) { } }", true)]
    [InlineData("class Desk(A a, B b, C c, D d, E e, TimeProvider f, ILogger<Desk> g, int h) { }", false)]
    [InlineData("/// <remarks>A desk has all of them.</remarks>\nclass Desk(A a, B b, C c, D d, E e, F f) { }", false)]
    [InlineData("record Desk(A a, B b, C c, D d, E e, F f);", false)]
    public void Six_collaborators_are_too_many_for_whoever_does_not_say_why(string text, bool offends) =>
        Collaborators
            .AreFewOrSaidWhy(Code.CanarySource(("Klo/Desk.cs", text)))
            .ShouldBe(offends ? ["Klo/Desk.cs: Desk has 6 collaborators and does not say why"] : []);

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
    [InlineData("api.MapGet(\"/a\", G); Use(KloCapabilities.ReadKlo);", "Klo/A.cs: \"/a\" names no capability")]
    [InlineData("var open = api.MapGroup(\"/g\"); open.MapGet(\"/a\", G);", "Klo/A.cs: \"/a\" names no capability")]
    public void An_endpoint_that_asks_nothing_of_its_caller_is_found(string map, string offence) =>
        SourceRules.EndpointsNameACapability(Mapping(map)).ShouldBe([offence]);

    [Theory]
    [InlineData("api.MapPost(\"/a\", P).Command(\"A\", \"Klo\", KloCapabilities.StaffFunction);")]
    [InlineData("var link = api.MapGroup(\"/g\").WithMetadata(new Needs(PlatformCapabilities.BearSignedLink)); link.MapGet(\"/a\", G);")]
    public void An_endpoint_that_names_its_capability_passes(string map) =>
        SourceRules.EndpointsNameACapability(Mapping(map)).ShouldBeEmpty();

    [Theory]
    [InlineData("JournalCapabilities.GiveTask", "Klo/A.cs demands WriteJournal, which its route does not name")]
    [InlineData("JournalCapabilities.GiveTask).OrElse(JournalCapabilities.WriteJournal", null)]
    [InlineData("JournalCapabilities.WriteJournal", null)]
    public void What_a_command_demands_its_route_names(string named, string? offence) =>
        SourceRules
            .DemandsAreNamed(
                Mapping($"api.MapPost(\"/a\", P).Command({named}); e.Demanding(s => (JournalCapabilities.WriteJournal, null));")
            )
            .ShouldBe(offence is null ? [] : [offence]);

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
    public void A_fold_is_one_switch_however_long_and_nothing_beside_it()
    {
        var arms = string.Concat(Enumerable.Range(0, 40).Select(n => $"{n} => {n},\n"));
        SourceRules
            .MethodsAreShort(Code.CanarySource(("Klo/A.cs", $"class A {{ int Fold(int n) => n switch {{\n{arms}}}; }}")))
            .ShouldBeEmpty();
        SourceRules
            .MethodsAreShort(Code.CanarySource(("Klo/A.cs", $"class A {{ int Fold(int n) => 1 + n switch {{\n{arms}}}; }}")))
            .ShouldHaveSingleItem();
    }

    [Fact]
    public void A_configured_await_is_found() =>
        SourceRules
            .AwaitsAreBare(Code.CanarySource(("Klo/A.cs", "class A { async Task B() => await C().ConfigureAwait(false); }")))
            .ShouldBe(["Klo/A.cs configures an await"]);

    [Theory]
    [InlineData("partial class A { [GeneratedRegex(\"^a$\")] static partial Regex P(); }", "Klo/A.cs: ^a$ ends with $")]
    [InlineData("class A { object p = new Regex(\"^a$\"); }", "Klo/A.cs: ^a$ ends with $")]
    public void A_pattern_that_lets_a_line_break_pass_is_found(string text, string offence) =>
        SourceRules.PatternsEndWhereTheySay(Code.CanarySource(("Klo/A.cs", text))).ShouldBe([offence]);

    [Theory]
    [InlineData("partial class A { [GeneratedRegex(@\"\\Aa\\z\")] static partial Regex P(); }")]
    [InlineData("class A { object p = new Price(\"10 $\"); }")]
    public void A_pattern_that_ends_where_it_says_passes(string text) =>
        SourceRules.PatternsEndWhereTheySay(Code.CanarySource(("Klo/A.cs", text))).ShouldBeEmpty();

    private static Code Mapping(string map) => Code.CanarySource(("Klo/A.cs", $"class AEndpoint {{ void Map(R api) {{ {map} }} }}"));

    private static string Lines(int count) => string.Concat(Enumerable.Repeat(";\n", count));
}
