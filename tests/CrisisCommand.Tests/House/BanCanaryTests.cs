namespace CrisisCommand.Tests.House;

public class BanCanaryTests
{
    [Theory]
    [InlineData("src/CrisisCommand/Klo/Staff.cs", "#pragma warning disable RS0030")]
    [InlineData("tests/CrisisCommand.IntegrationTests/Klo/StaffTests.cs", "[SuppressMessage(\"ApiDesign\", \"RS0030\")]")]
    [InlineData("tests/CrisisCommand.BoardTests/CrisisCommand.BoardTests.csproj", "<NoWarn>$(NoWarn);CA1707;RS0030</NoWarn>")]
    [InlineData("Directory.Build.props", "<NoWarn>$(NoWarn);RS0030</NoWarn>")]
    [InlineData(".editorconfig", "dotnet_diagnostic.RS0030.severity = none")]
    public void A_lifted_ban_is_found(string path, string text) =>
        Bans.BansStand(Code.CanaryFiles((path, text))).ShouldBe([$"{path} lifts a ban"]);

    [Fact]
    public void One_that_is_named_passes_for_as_long_as_it_lifts_something()
    {
        const string Path = "tests/CrisisCommand.IntegrationTests/Fresh.cs";
        Bans.BansStand(Code.CanaryFiles((Path, "[SuppressMessage(\"ApiDesign\", \"RS0030\")]"))).ShouldBeEmpty();
        Bans.BansStand(Code.CanaryFiles((Path, "class Fresh { }"))).ShouldBe([$"{Path} lifts no ban any more"]);
    }

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
    public void Clock_ids_and_sleep_are_banned(string symbol) => BannedIn("BannedSymbols.txt").ShouldContain(l => l.StartsWith(symbol));

    /// <summary>The product waits with the clock it is given; a test that does is asleep.</summary>
    [Theory]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan,System.TimeProvider);")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan,System.TimeProvider,System.Threading.CancellationToken);")]
    public void Tests_do_not_sleep_by_a_clock_either(string symbol) =>
        BannedIn("tests/BannedSymbols.Tests.txt").ShouldContain(l => l.StartsWith(symbol));

    private static string[] BannedIn(string file) => File.ReadAllLines(Path.Combine(SourceFile.Repository, file));
}
