using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Web;

/// <summary>What the platform's own endpoints ask of their callers.</summary>
public static class PlatformCapabilities
{
    /// <summary>The API's document and its page, where they are not open to all.</summary>
    public static readonly Capability ReadApi = new("read-api");

    /// <summary>What a signed link says that its bearer may do; no token is asked for.</summary>
    public static readonly Capability BearSignedLink = new("bear-signed-link");

    /// <summary>To sign in and out, and to choose a language: nobody is asked who they are.</summary>
    public static readonly Capability SignIn = new("sign-in");

    /// <summary>Whether an endpoint that asks this asks nobody who they are.</summary>
    public static bool AskNobody(Capability needs) => needs == BearSignedLink || needs == SignIn;
}
