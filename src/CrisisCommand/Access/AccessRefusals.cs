using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>Why somebody is not let, and why a right is not given.</summary>
public static class AccessRefusals
{
    /// <summary>Nothing that the person is or holds now gives them the right; the wording's variant says which.</summary>
    public static readonly Refusal NotPermitted = new("access.not-permitted", 403);

    /// <summary>No person of that id is known in this realm.</summary>
    public static readonly Refusal UnknownPerson = new("access.unknown-person", 400, "#/personId");

    /// <summary>Nobody takes their own role or access away, or there might be nobody left to give it back.</summary>
    public static readonly Refusal NotOneself = new("access.not-oneself");

    /// <summary>The person has no such role.</summary>
    public static readonly Refusal NoSuchRole = new("access.no-such-role", 404);

    /// <summary>The person was not admitted to the crisis.</summary>
    public static readonly Refusal NotAdmitted = new("access.not-admitted", 404);
}
