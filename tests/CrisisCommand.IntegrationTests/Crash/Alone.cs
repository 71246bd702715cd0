namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>Tests that start, freeze and kill processes of their own run alone: they take the whole machine, and one of them watches the clock.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
