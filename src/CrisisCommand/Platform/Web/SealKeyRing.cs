using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CrisisCommand.Platform.Web;

/// <summary>The library's own key manager, which can also be told that another node has changed the keys.</summary>
public sealed class SealKeyRing(XmlKeyManager library) : IKeyManager
{
    private CancellationTokenSource _asKnown = new();

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) =>
        library.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => library.GetAllKeys();

    public CancellationToken GetCacheExpirationToken() =>
        // Not disposed of: the ring holds the token for as long as it holds the keys.
        CancellationTokenSource.CreateLinkedTokenSource(library.GetCacheExpirationToken(), Volatile.Read(ref _asKnown).Token).Token;

    public void RevokeKey(Guid keyId, string? reason = null) => library.RevokeKey(keyId, reason);

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => library.RevokeAllKeys(revocationDate, reason);

    /// <summary>The keys are read anew before the next of them is used.</summary>
    public void LookAgain() => Interlocked.Exchange(ref _asKnown, new()).Cancel();
}
