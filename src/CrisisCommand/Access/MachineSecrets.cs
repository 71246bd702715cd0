using System.Security.Cryptography;
using System.Text;
using CrisisCommand.People;
using CrisisCommand.Platform;
using Marten;
using Microsoft.AspNetCore.DataProtection;

namespace CrisisCommand.Access;

/// <summary>A machine's signing secret, sealed.</summary>
/// <param name="Id">Machine and key.</param>
public sealed record MachineSecret(string Id, string Sealed);

/// <summary>
/// Whether a request is a machine's: by what stands in the machine's own stream, read anew each time, so that a revoked key is revoked for
/// the next request on every node.
/// </summary>
public sealed class MachineSecrets(IDataProtectionProvider protection, IDocumentStore store, Journals journals, TimeProvider clock)
{
    private readonly IDataProtector _seal = protection.CreateProtector("CrisisCommand.MachineSecret.v1");

    public MachineSecret Seal(PersonId machine, KeyName key, string secret) => new(IdOf(machine, key), _seal.Protect(secret));

    /// <param name="given">The whole key, <c>{machine}.{random}</c>.</param>
    public async Task<PersonId?> ByApiKey(Realm realm, string given, CancellationToken token)
    {
        if (!Key.TryParse<PersonId>(given.Split('.')[0], out var machine))
        {
            return null;
        }

        var digest = Encoding.ASCII.GetBytes(Sha256.Of(Encoding.UTF8.GetBytes(given)).Hex);
        var standing = await Standing(realm, machine, token).ConfigureAwait(false);
        return standing
            .LiveKeys(MachineKeyKind.ApiKey)
            .Any(k => CryptographicOperations.FixedTimeEquals(digest, Encoding.ASCII.GetBytes(k.Value.Digest.Hex)))
            ? machine
            : null;
    }

    /// <summary>Any of the machine's live secrets may have signed.</summary>
    public async Task<bool> Signed(Realm realm, PersonId machine, IHeaderDictionary headers, byte[] body, CancellationToken token)
    {
        var standing = await Standing(realm, machine, token).ConfigureAwait(false);
        var ids = standing.LiveKeys(MachineKeyKind.Webhook).Select(k => IdOf(machine, k.Key)).ToArray();
        await using var session = store.QuerySession(realm.Name);
        var secrets = ids.Length == 0 ? [] : await session.LoadManyAsync<MachineSecret>(token, ids).ConfigureAwait(false);
        return secrets.Any(s =>
            StandardWebhooks.Of(_seal.Unprotect(s.Sealed)) is { } signatures
            && signatures.Verifies(
                headers[StandardWebhooks.IdHeader],
                headers[StandardWebhooks.TimestampHeader],
                headers[StandardWebhooks.SignatureHeader],
                body,
                clock.GetUtcNow()
            )
        );
    }

    private async Task<Standing> Standing(Realm realm, PersonId machine, CancellationToken token) =>
        (
            await journals.Known(realm, StreamKinds.Person, Person.StreamOf(machine), refresh: true, token).ConfigureAwait(false)
        ).State<Standing>();

    private static string IdOf(PersonId machine, KeyName key) => $"{machine}:{key}";
}
