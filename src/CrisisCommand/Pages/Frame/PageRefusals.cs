using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Pages.Frame;

/// <summary>What is wrong with a form before it is a command.</summary>
public static class PageRefusals
{
    /// <summary>No date and time of day, or one that the clock skips in spring.</summary>
    public static readonly Refusal NoTime = new("pages.no-time", 400);

    /// <summary>Not a whole number.</summary>
    public static readonly Refusal NoNumber = new("pages.no-number", 400);

    /// <summary>Whoever knows people here does not answer.</summary>
    public static readonly Refusal AuthorityAway = new("pages.authority-away", 503);

    /// <summary>Nobody has said how people sign in here.</summary>
    public static readonly Refusal NoSignIn = new("pages.no-sign-in", 501);
}
