namespace CrisisCommand.IntegrationTests;

/// <summary>A text that somebody has looked at and approved, beside the tests that make it.</summary>
internal static class Approval
{
    /// <param name="name">Path of the approved file without <c>.approved.md</c>, from the test project.</param>
    public static void Of(string name, string received)
    {
        var approved = Path.Combine(Crash.Checkout.Root, "tests/CrisisCommand.IntegrationTests", $"{name}.approved.md");
        var beside = approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        if (File.Exists(approved) && File.ReadAllText(approved) == received)
        {
            File.Delete(beside);
            return;
        }

        File.WriteAllText(beside, received);
        Assert.Fail(
            $"Not as approved. Compare\n  diff {approved} {beside}\nand where every difference is meant, approve it:\n  mv {beside} {approved}"
        );
    }
}
