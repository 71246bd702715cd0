using System.Globalization;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Texts;

/// <summary>On whose behalf something is read, as the guard of reads established it.</summary>
/// <param name="OpensTexts">False: sees that something was written and by which function, not what, and no names (observers).</param>
/// <param name="OwnOnly">True: only what the reader brought in themselves (machines that raise alarms).</param>
public sealed record Reader(Realm Realm, PersonId Person, bool OpensTexts, CultureInfo Culture, bool OwnOnly = false)
{
    /// <summary>What a text reads as to whoever may not open it.</summary>
    public const string Withheld = "[maskad]";

    /// <summary>The session of a browser, by which a stream is over when it is; null for whoever reads by a token or key.</summary>
    public Sha256? Session { get; init; }

    /// <summary>An endpoint that no guard stands before reads nothing.</summary>
    public static Reader Of(HttpContext http) =>
        http.Features.Get<Reader>()
        ?? throw new InvalidOperationException($"{http.GetEndpoint()?.DisplayName} reads for somebody whom nobody has asked who they are.");

    /// <summary>Speaks to this reader.</summary>
    public Words Words(
        OpenedTexts? openings = null,
        Func<PersonId, string?>? nameOf = null,
        IDictionary<string, CommittedText>? wanted = null
    ) => new(Culture, openings, nameOf, OpensTexts ? null : Withheld, wanted);
}
