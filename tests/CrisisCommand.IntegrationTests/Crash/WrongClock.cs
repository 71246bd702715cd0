namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>
/// A clock for one process that is not the machine's: libfaketime, which ops/test.sh installs. The steady clock stays what it is, as it does
/// on a machine whose time is set.
/// </summary>
public sealed class WrongClock
{
    private readonly string _file;

    /// <param name="file">Where what the clock shows is written; the process looks again each second.</param>
    public WrongClock(string file, TimeSpan ahead)
    {
        _file = file;
        Set(ahead);
    }

    public (string Name, string Value)[] Settings =>
        [
            ("LD_PRELOAD", Library),
            ("FAKETIME_TIMESTAMP_FILE", _file),
            ("FAKETIME_CACHE_DURATION", "1"),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
            ("DONT_FAKE_MONOTONIC", "1"),
        ];

    private static string Library =>
        Environment.GetEnvironmentVariable("CRISISCOMMAND_FAKETIME")
        ?? Directory
            .EnumerateFiles(
                "/usr/lib",
                "libfaketime.so.1",
                new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }
            )
            .FirstOrDefault()
        ?? throw new InvalidOperationException(
            "libfaketime is missing. Install it: apt-get install faketime, or run the tests with ops/test.sh, which does."
        );

    public void Set(TimeSpan ahead)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.WriteAllText(_file, FormattableString.Invariant($"{(ahead < TimeSpan.Zero ? "" : "+")}{ahead.TotalSeconds:0}s\n"));
    }
}
