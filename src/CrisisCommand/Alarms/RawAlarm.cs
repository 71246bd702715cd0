using System.Collections.Immutable;

namespace CrisisCommand.Alarms;

/// <summary>
/// A message byte for byte as it was received (C9), once for all the alarms in it. A document and no event: it is full of what people
/// wrote, and must be erasable.
/// </summary>
/// <param name="Id">The id of the command that brought it.</param>
/// <param name="MediaType">As the sender gave it, parameters and all.</param>
/// <param name="Sha256">Hex; on every alarm of the message too.</param>
public sealed record RawAlarm(
    Guid Id,
    string MediaType,
    string Sha256,
    DateTimeOffset ReceivedAt,
    byte[] Bytes,
    ImmutableArray<Guid> Incidents
);
