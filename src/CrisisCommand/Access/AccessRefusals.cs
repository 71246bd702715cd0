using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>Why somebody is not let, and why a right is not given.</summary>
public static class AccessRefusals
{
    /// <summary>Nothing that the person is or holds now gives them the right; the wording's variant says which.</summary>
    public static readonly Refusal NotPermitted = new("access.not-permitted", 403);

    /// <summary>The cookie came without the token of a page of ours: another site sent it, or the page is older than the sign-in.</summary>
    public static readonly Refusal ForgedRequest = new("access.forged-request", 403);

    /// <summary>The authority's answer cannot be used: made up, used before, or begun in another browser.</summary>
    public static readonly Refusal SignInFailed = new("access.sign-in-failed", 400);

    /// <summary>Whoever was to sign in said no to the authority, or went back from it.</summary>
    public static readonly Refusal SignInDeclined = new("access.sign-in-declined", 400);

    /// <summary>No person of that id is known in this realm.</summary>
    public static readonly Refusal UnknownPerson = new("access.unknown-person", 400, "#/personId");

    /// <summary>Nobody takes their own role or access away, or there might be nobody left to give it back.</summary>
    public static readonly Refusal NotOneself = new("access.not-oneself");

    /// <summary>The role was proposed already, and waits to be confirmed.</summary>
    public static readonly Refusal ProposalWaits = new("access.proposal-waits");

    /// <summary>Nobody has proposed that role for the person.</summary>
    public static readonly Refusal NoProposal = new("access.no-proposal", 404);

    /// <summary>Whoever proposed does not confirm as well.</summary>
    public static readonly Refusal SecondPerson = new("access.second-person");

    /// <summary>To let the person in again gives more than whoever does it holds.</summary>
    public static readonly Refusal BeyondOwn = new("access.beyond-own", 403);

    /// <summary>The function that somebody says they act in is none of this crisis.</summary>
    public static readonly Refusal UnknownFunction = new("access.unknown-function", 400, "#/function");

    /// <summary>The function that somebody says they act in is not theirs.</summary>
    public static readonly Refusal NotYourFunction = new("access.not-your-function", 403);

    /// <summary>Of those who lead by plan, one always remains: nobody else could let anybody in again.</summary>
    public static readonly Refusal LastLeader = new("access.last-leader");

    /// <summary>A plan says who leads, so no setting makes an operator any more.</summary>
    public static readonly Refusal LedAlready = new("access.led-already");

    /// <summary>The person has no such role.</summary>
    public static readonly Refusal NoSuchRole = new("access.no-such-role", 404);

    /// <summary>The id is a person's: no machine is registered under it.</summary>
    public static readonly Refusal IsPerson = new("access.is-person");

    /// <summary>The id is a machine's: roles are for persons.</summary>
    public static readonly Refusal NoPerson = new("access.no-person");

    /// <summary>What used to make a person a machine: machines are registered as such.</summary>
    public static readonly Refusal NotForPersons = new("access.not-for-persons", 409, "#/role");

    /// <summary>A machine has no session and sees no pages: it comes with a key, a signature or a token.</summary>
    public static readonly Refusal MachineSession = new("access.machine-session", 403);

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

    /// <summary>The id of a signed message is its Idempotency-Key, so it has to be one.</summary>
    public static readonly Refusal WebhookIdInvalid = new("access.webhook-id-invalid", 400);

    /// <summary>A signed message came with a key that is not its id.</summary>
    public static readonly Refusal KeyBesideWebhookId = new("access.key-beside-webhook-id", 400);

    /// <summary>The person was not admitted to the crisis.</summary>
    public static readonly Refusal NotAdmitted = new("access.not-admitted", 404);
}
