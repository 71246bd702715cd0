namespace CrisisCommand.Tests.House;

public class CommentCanaryTests
{
    [Theory]
    [InlineData("src/CrisisCommand/A.cs", "// As decided in oplan.md.\nclass A { }", "oplan.md")]
    [InlineData("src/CrisisCommand/A.cs", "class A { /* see ops/fly.sh */ }", "ops/fly.sh")]
    [InlineData("src/CrisisCommand/A.cs", "/// <summary>Run by ops/decisions/0002.</summary>\nclass A { }", "ops/decisions/0002")]
    [InlineData("src/CrisisCommand/A.cs", "// As Klo/TakeOver.cs does.\nclass A { }", "Klo/TakeOver.cs")]
    [InlineData("src/CrisisCommand/A.cs", "// What FormerKeeper did.\nclass A { }", "FormerKeeper")]
    [InlineData("src/CrisisCommand/A.razor", "@* Styled by wall-of-old.css *@ <p></p>", "wall-of-old.css")]
    [InlineData("src/CrisisCommand/a.js", "// Told by BellOfOld\nlet a;", "BellOfOld")]
    [InlineData("src/CrisisCommand/a.js", "/** @type {BellKeeper} as in BellOfOld */\nlet a;", "BellOfOld")]
    [InlineData("src/CrisisCommand/a.css", "/* As in\n BellOfOld */ a { }", "BellOfOld")]
    [InlineData("ops/a.sh", "# Started by ops/rise.sh\nset -e", "ops/rise.sh")]
    [InlineData("tests/Directory.Build.props", "<Project><!-- See plans.txt --></Project>", "plans.txt")]
    public void A_comment_that_names_what_is_not_there_is_found(string path, string text, string named) =>
        Comments.CommentsNameWhatThereIs(Code.CanaryFiles((path, text))).ShouldBe([$"{path} names {named}, which is not there"]);

    [Theory]
    [InlineData("// As in contract.md §3, Klo/Bell.cs, Bell.cs and ops/decisions/0001; OpenAPI says so too.\nclass A { }")]
    [InlineData("// What a BellKeeper keeps, and app.example.se.\nclass BellKeeper { string s = \"// of OldKeeper\"; }")]
    public void A_comment_that_names_what_is_there_passes(string text) =>
        Comments
            .CommentsNameWhatThereIs(
                Code.CanaryFiles(
                    ("src/CrisisCommand/A.cs", text),
                    ("src/CrisisCommand/Klo/Bell.cs", ""),
                    ("ops/decisions/0001-bells.md", "")
                )
            )
            .ShouldBeEmpty();
}
