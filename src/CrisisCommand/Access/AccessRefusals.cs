using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>Why somebody is not let, and why a right is not given.</summary>
public static class AccessRefusals
{
    /// <summary>Nothing that the person is or holds now gives them the right; the wording's variant says which.</summary>
    public static readonly Refusal NotPermitted = new("access.not-permitted", 403);

    /// <summary>The cookie came without the token of a page of ours: another site sent it, or the page is older than the sign-in.</summary>
    public static readonly Refusal ForgedRequest = new("access.forged-request", 403);

    /// <summary>No person of that id is known in this realm.</summary>
    public static readonly Refusal UnknownPerson = new("access.unknown-person", 400, "#/personId");

    /// <summary>Nobody takes their own role or access away, or there might be nobody left to give it back.</summary>
    public static readonly Refusal NotOneself = new("access.not-oneself");

    /// <summary>The person has no such role.</summary>
    public static readonly Refusal NoSuchRole = new("access.no-such-role", 404);

    /// <summary>Keys are for machines: persons sign in.</summary>
    public static readonly Refusal NoMachine = new("access.no-machine");

    /// <summary>An API key comes as its digest, and as nothing else.</summary>
    public static readonly Refusal NoDigest = new("access.no-digest", 400, "#/sha256");

    /// <summary>A signing secret is <c>whsec_</c> and base64 of 24 to 64 bytes, and comes as nothing else.</summary>
    public static readonly Refusal NoSecret = new("access.no-secret", 400, "#/secret");

    /// <summary>Another key of the machine has, or had, that name.</summary>
    public static readonly Refusal KeyNameTaken = new("access.key-name-taken", 409, "#/name");

    /// <summary>Two keys live already: one must be revoked first.</summary>
    public static readonly Refusal TwoKeysLive = new("access.two-keys-live");

    /// <summary>The machine has no key of that name.</summary>
    public static readonly Refusal NoSuchKey = new("access.no-such-key", 404);

    /// <summary>The person was not admitted to the crisis.</summary>
    public static readonly Refusal NotAdmitted = new("access.not-admitted", 404);
}
