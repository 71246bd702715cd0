using System.Collections.Concurrent;
using CrisisCommand.Crises;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using JasperFx;
using Marten;

namespace CrisisCommand.Manual;

/// <summary>An edition as it is kept for the crises that pin it. Written once, never changed.</summary>
/// <param name="Id">Its version.</param>
public sealed record KeptEdition(string Id, DateTimeOffset KeptAt, ManualEdition Edition);

/// <summary>Every edition that a crisis may be worked by: the one in force, and those kept.</summary>
public sealed class Editions(ManualEdition inForce, IDocumentStore store, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(Realm, ManualVersion), ManualEdition> _read = new();

    public ManualEdition InForce => inForce;

    /// <summary>The edition that a crisis pins; the one in force where it was declared before there were editions.</summary>
    public async Task<ManualEdition> Pinned(Realm realm, ManualVersion? version, CancellationToken token)
    {
        if (version is not { } wanted || wanted == inForce.Version)
        {
            return inForce;
        }

        if (_read.TryGetValue((realm, wanted), out var known))
        {
            return known;
        }

        // A realm that was opened after the node started has none of its own yet; every edition is in the live one.
        var kept =
            await Find(realm, wanted, token)
            ?? await Find(Realm.Live, wanted, token)
            ?? throw new InvalidOperationException($"The manual's edition {wanted} is pinned and not kept: restore it with its database.");
        return _read[(realm, wanted)] = kept.Edition;
    }

    /// <summary>Keeps the edition in force, unless it is kept already.</summary>
    public async Task Keep(Realm realm, CancellationToken token)
    {
        if (await Find(realm, inForce.Version, token) is not null)
        {
            return;
        }

        await using var session = store.LightweightSession(realm.Name);
        session.Insert(new KeptEdition(inForce.Version.Value, Clock.Now(clock), inForce));
        try
        {
            await session.SaveChangesAsync(token);
        }
        catch (DocumentAlreadyExistsException)
        {
            // Another node started with the same manual.
        }
    }

    private async Task<KeptEdition?> Find(Realm realm, ManualVersion version, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        return await session.LoadAsync<KeptEdition>(version.Value, token);
    }
}

/// <summary>Keeps the edition that a node starts with, before a crisis can pin it.</summary>
public sealed class KeepEdition(Editions editions, Realms realms, StartWork start) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => start.Do(() => Keep(cancellationToken), cancellationToken);

    private async Task Keep(CancellationToken token)
    {
        foreach (var realm in realms.All)
        {
            await editions.Keep(realm, token);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
