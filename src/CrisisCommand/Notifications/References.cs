namespace CrisisCommand.Notifications;

/// <summary>What providers call our messages, made fit to be stored for ever: short, and no control signs.</summary>
public static class References
{
    private const int MaxLength = 128;

    public static ProviderReference? Of(string? said)
    {
        var clean = string.Concat((said ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(MaxLength)).Trim();
        return clean.Length > 0 ? new(clean) : null;
    }
}
