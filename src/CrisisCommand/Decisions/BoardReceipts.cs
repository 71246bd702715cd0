using System.Security.Cryptography;
using System.Text.Json;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.DataProtection;

namespace CrisisCommand.Decisions;

/// <summary>
/// Receipts of boards as served: sealed so that nobody can make or change one (ASP.NET Core data protection, keys in the database and shared
/// by all nodes), opaque to whoever carries them.
/// </summary>
public sealed class BoardReceipts(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("CrisisCommand.BoardReceipt.v1");

    public string Seal(Realm realm, BoardSeen seen) => _seal.Protect(JsonSerializer.Serialize(new Sealed(realm.Name, seen)));

    /// <summary>The board behind a receipt that this person was given for this crisis; no receipt is fine too.</summary>
    public (BoardSeen? Seen, Refusal? Refusal) Open(string? receipt, CommandContext context, Guid crisis)
    {
        if (receipt is null)
        {
            return (null, null);
        }

        try
        {
            var opened = JsonSerializer.Deserialize<Sealed>(_seal.Unprotect(receipt));
            return opened switch
            {
                null => (null, DecisionRefusals.ForgedReceipt),
                _ when opened.Realm != context.Realm.Name || opened.Seen.Crisis != crisis => (null, DecisionRefusals.OtherCrisisReceipt),
                _ when opened.Seen.Person != context.By => (null, DecisionRefusals.OtherPersonReceipt),
                _ => (opened.Seen, null),
            };
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException or FormatException)
        {
            return (null, DecisionRefusals.ForgedReceipt);
        }
    }

    private sealed record Sealed(string Realm, BoardSeen Seen);
}
