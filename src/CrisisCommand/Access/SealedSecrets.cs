using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CrisisCommand.Access;

/// <summary>
/// Seals the signing secrets of machines. They outlive a rotation of the keys: what was sealed before is opened once more, although its key
/// serves for nothing else, and sealed anew. What opens no more, its key gone with its certificate, is named, to be issued anew.
/// </summary>
public sealed class SealedSecrets(IDataProtectionProvider protection, IDocumentStore store, Realms realms, ILogger<SealedSecrets> log)
{
    private readonly IPersistedDataProtector _seal = (IPersistedDataProtector)protection.CreateProtector("CrisisCommand.MachineSecret.v1");

    public string Seal(string secret) => _seal.Protect(secret);

    /// <summary>Null where it opens no more; old where another key than today's sealed it.</summary>
    public (string Secret, bool IsOld)? Open(string sealedSecret)
    {
        try
        {
            var bytes = WebEncoders.Base64UrlDecode(sealedSecret);
            var opened = _seal.DangerousUnprotect(bytes, ignoreRevocationErrors: true, out var isOld, out var isRevoked);
            return (Encoding.UTF8.GetString(opened), isOld || isRevoked);
        }
        catch (Exception closed) when (closed is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Every secret that another key than today's sealed.</summary>
    public async Task SealAnew(CancellationToken token)
    {
        foreach (var realm in realms.All)
        {
            await using var session = store.LightweightSession(realm.Name);
            foreach (var kept in await session.Query<MachineSecret>().ToListAsync(token))
            {
                if (Open(kept.Sealed) is not { } opened)
                {
                    log.LogWarning("The signing secret {Secret} in {Realm} opens no more and is to be issued anew", kept.Id, realm);
                }
                else if (opened.IsOld)
                {
                    session.Store(kept with { Sealed = Seal(opened.Secret) });
                }
            }

            await session.SaveChangesAsync(token);
        }
    }
}
