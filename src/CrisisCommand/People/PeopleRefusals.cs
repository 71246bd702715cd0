using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.People;

/// <summary>Why a command about persons is refused.</summary>
public static class PeopleRefusals
{
    /// <summary>No telephone in the world has such a number.</summary>
    public static readonly Refusal PhoneInvalid = new("people.phone-invalid", 400);

    /// <summary>Not one e-mail address, or more than the bare address.</summary>
    public static readonly Refusal EmailInvalid = new("people.email-invalid", 400);

    /// <summary>The same channel to the same address twice.</summary>
    public static readonly Refusal ChannelTwice = new("people.channel-twice", 400);

    /// <summary>The id is a machine's, and a machine is no person.</summary>
    public static readonly Refusal IsMachine = new("people.is-machine");

    /// <summary>A channel without an address, of a person for whom none is registered.</summary>
    public static readonly Refusal NoAddress = new("people.no-address", 400);
}
