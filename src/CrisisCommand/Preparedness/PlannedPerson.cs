using CrisisCommand.Access;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Preparedness;

/// <summary>Why a person of a plan cannot be reached.</summary>
public enum ChannelFault
{
    /// <summary>Nobody of that id is registered in the realm.</summary>
    NotRegistered,

    /// <summary>No telephone and no address is registered.</summary>
    NoChannel,

    /// <summary>What was registered is erased.</summary>
    AddressErased,
}

/// <summary>Somebody whom an adopted plan names, as far as it can be told whether they would come.</summary>
public sealed record PlannedPerson(PersonId Id, Person Person, Standing Standing)
{
    public bool CanServe => Standing is { IsKnown: true, IsClosed: false };

    public IEnumerable<CommittedText> Addresses => Person.Channels.Select(c => c.Address);

    /// <param name="isKept">Whether an address can still be read.</param>
    public ChannelFault? Fault(Func<CommittedText, bool> isKept) =>
        !Standing.IsKnown ? ChannelFault.NotRegistered
        : !Addresses.Any() ? ChannelFault.NoChannel
        : !Addresses.Any(isKept) ? ChannelFault.AddressErased
        : null;
}
