using System.Globalization;

namespace CrisisCommand.Platform;

/// <summary>On whose behalf something is read, as the guard of reads established it.</summary>
/// <param name="OpensTexts">False: sees that something was written and by which function, not what, and no names (observers).</param>
/// <param name="OwnOnly">True: only what the reader brought in themselves (machines that raise alarms).</param>
public sealed record Reader(Realm Realm, PersonId Person, bool OpensTexts, CultureInfo Culture, bool OwnOnly = false)
{
    /// <summary>What a text reads as to whoever may not open it.</summary>
    public const string Withheld = "[maskad]";

    /// <summary>An endpoint that no guard stands before reads nothing.</summary>
    public static Reader Of(HttpContext http) =>
        http.Features.Get<Reader>()
        ?? throw new InvalidOperationException($"{http.GetEndpoint()?.DisplayName} reads for somebody whom nobody has asked who they are.");

    /// <summary>Speaks to this reader.</summary>
    public Words Words(IReadOnlyDictionary<string, string>? openings = null, Func<PersonId, string?>? nameOf = null) =>
        new(Culture, openings, nameOf, OpensTexts ? Platform.Words.Erased : Withheld);
}
