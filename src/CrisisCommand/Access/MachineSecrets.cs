using System.Security.Cryptography;
using System.Text;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Marten;

namespace CrisisCommand.Access;

/// <summary>A machine's signing secret, sealed.</summary>
/// <param name="Id">Machine and key.</param>
public sealed record MachineSecret(string Id, string Sealed);

/// <summary>
/// Whether a request is a machine's: by what stands in the machine's own stream, read anew each time, so that a revoked key is revoked for
/// the next request on every node.
/// </summary>
public sealed class MachineSecrets(SealedSecrets seal, IDocumentStore store, Journals journals, TimeProvider clock)
{
    public MachineSecret Seal(PersonId machine, KeyName key, string secret) => new(IdOf(machine, key), seal.Seal(secret));

    /// <param name="given">The whole key, <c>{machine}.{random}</c>.</param>
    /// <param name="anew">False: by what this node knows.</param>
    public async Task<PersonId?> ByApiKey(Realm realm, string given, bool anew, CancellationToken token)
    {
        if (!Key.TryParse<PersonId>(given.Split('.')[0], out var machine))
        {
            return null;
        }

        var digest = Encoding.ASCII.GetBytes(Sha256.Of(Encoding.UTF8.GetBytes(given)).Hex);
        var standing = await Standing(realm, machine, token, anew);
        return standing
            .LiveKeys(MachineKeyKind.ApiKey)
            .Any(k => CryptographicOperations.FixedTimeEquals(digest, Encoding.ASCII.GetBytes(k.Value.Digest.Hex)))
            ? machine
            : null;
    }

    /// <summary>Whether the machine signs its messages at all, by what this node knows.</summary>
    public async Task<bool> MaySign(Realm realm, PersonId machine, CancellationToken token) =>
        (await Standing(realm, machine, token, anew: false)).LiveKeys(MachineKeyKind.Webhook).Any();

    /// <summary>Any of the machine's live secrets may have signed.</summary>
    public async Task<bool> Signed(Realm realm, PersonId machine, IHeaderDictionary headers, byte[] body, CancellationToken token)
    {
        var standing = await Standing(realm, machine, token);
        var live = standing.LiveKeys(MachineKeyKind.Webhook).ToDictionary(k => IdOf(machine, k.Key), k => k.Value.Digest);
        await using var session = store.QuerySession(realm.Name);
        var secrets = live.Count == 0 ? [] : await session.LoadManyAsync<MachineSecret>(token, [.. live.Keys]);
        return secrets.Any(s =>
            seal.Open(s.Sealed) is { Secret: var secret }
            // The journal says which secret it is: what was put in its place signs nothing.
            && Sha256.Of(Encoding.UTF8.GetBytes(secret)) == live[s.Id]
            && StandardWebhooks
                .Of(secret)!
                .Verifies(
                    headers[StandardWebhooks.IdHeader],
                    headers[StandardWebhooks.TimestampHeader],
                    headers[StandardWebhooks.SignatureHeader],
                    body,
                    clock.GetUtcNow()
                )
        );
    }

    private async Task<Standing> Standing(Realm realm, PersonId machine, CancellationToken token, bool anew = true) =>
        (await journals.Known(realm, StreamKinds.Person, Person.StreamOf(machine), anew, token)).State<Standing>();

    private static string IdOf(PersonId machine, KeyName key) => $"{machine}:{key}";
}
