namespace CrisisCommand.Platform.Store;

public sealed class GapOptions
{
    /// <summary>How long subscriptions wait for a number that an open transaction has drawn. Null: for as long as it takes.</summary>
    public TimeSpan? PassAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often numbers that were passed are looked for; zero: never, and then they are lost.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMilliseconds(500);
}
