using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.House;

/// <summary><c>ops/security.md</c> goes through all of ASVS 5 levels 1 and 2, and whatever it says is held is held by a test that there is.</summary>
public class SecurityTableTests
{
    private static readonly IReadOnlyList<SecurityRow> Rows = SecurityTable.Rows(
        File.ReadAllText(Path.Combine(SourceFile.Repository, "ops/security.md"))
    );

    private static readonly HashSet<string> Tests =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(SourceFile.Repository, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetFileNameWithoutExtension(f)),
    ];

    [Fact]
    public void Every_requirement_stands_once_and_what_is_held_is_held_by_a_test() => SecurityTable.Faults(Rows, Tests).ShouldBeEmpty();

    [Fact]
    public void A_row_that_is_gone_doubled_or_held_by_nothing_is_found()
    {
        SecurityTable.Faults([.. Rows.Skip(1)], Tests).ShouldBe(["chapter 1 has 26 of 27 requirements"]);
        SecurityTable.Faults([.. Rows, Rows[0]], Tests).ShouldContain("1.1.1 stands 2 times");
        SecurityTable
            .Faults([Rows[0] with { Detail = "`NoSuchTests`" }, .. Rows.Skip(1)], Tests)
            .ShouldBe(["1.1.1 names NoSuchTests, which is no test"]);
        SecurityTable.Faults([Rows[0] with { Detail = "our care" }, .. Rows.Skip(1)], Tests).ShouldBe(["1.1.1 is held by no test"]);
    }
}
