using System.Xml.Linq;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform.Web;

/// <summary>One key of the data protection ring, as its library writes it: wrapped by the certificate.</summary>
/// <param name="Signature">Of the XML, by that certificate; null on what a build before there was one wrote.</param>
public sealed record SealKey(string Id, string Xml, byte[]? Signature = null);

/// <summary>
/// Keeps the data protection keys in the database, so that every node opens what another sealed, also after a restart. What is there is
/// taken for a key only if the certificate signed it: neither a key in clear, as older builds left them and old dumps have them, nor one
/// that somebody put into the table, seals or opens anything.
/// </summary>
/// <param name="revokedBefore">Keys made before then serve no more; null: all do.</param>
public sealed class SealKeys(IDocumentStore store, KeyCertificates certificates, Func<DateTimeOffset?> revokedBefore) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var session = store.QuerySession(Realm.Live.Name);
        var stored = session.Query<SealKey>().ToListAsync().GetAwaiter().GetResult();
        var signed = stored.Where(k => k.Signature is { } by && certificates.Signed(k.Xml, by)).Select(k => XElement.Parse(k.Xml));
        return revokedBefore() is { } moment ? [.. signed, Revocation(moment)] : [.. signed];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var xml = element.ToString(SaveOptions.DisableFormatting);
        using var session = store.LightweightSession(Realm.Live.Name);
        session.Store(new SealKey(friendlyName, xml, certificates.Sign(xml)));
        session.SaveChangesAsync().GetAwaiter().GetResult();
    }

    /// <summary>As the library writes it where all keys of before a moment are revoked.</summary>
    private static XElement Revocation(DateTimeOffset moment) =>
        new(
            "revocation",
            new XAttribute("version", 1),
            new XElement("revocationDate", moment),
            new XElement("key", new XAttribute("id", "*")),
            new XElement("reason", "rotation")
        );
}

/// <summary>Since when keys serve, by whoever may have them made anew.</summary>
public delegate DateTimeOffset? KeysRevokedBefore();

/// <summary>At start: keys that an older build left in clear go. They served nobody any more; now nor do dumps that are made from here on.</summary>
public sealed class RetireClearKeys(IDocumentStore store, StartWork start, ILogger<RetireClearKeys> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => start.Do(() => Retire(cancellationToken), cancellationToken);

    private async Task Retire(CancellationToken token)
    {
        await using var session = store.LightweightSession(Realm.Live.Name);
        var stored = await session.Query<SealKey>().ToListAsync(token);
        var clear = stored.Where(k => k.Signature is null).ToList();
        if (clear.Count == 0)
        {
            return;
        }

        clear.ForEach(session.Delete);
        await session.SaveChangesAsync(token);
        log.LogWarning(
            "{Count} keys of an older build lay unwrapped in the database and were deleted: everybody signs in again, links and board receipts "
                + "of before no longer serve, and the signing secrets of machines are to be issued anew",
            clear.Count
        );
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

public static class SealKeysSetup
{
    /// <summary>First of all, since hosted services start in this order: without a certificate nothing is asked of the database.</summary>
    public static KeyCertificates AddKeyCertificates(this WebApplicationBuilder builder)
    {
        var certificates = KeyCertificates.Of(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services.AddSingleton(certificates);
        builder.Services.RefuseStart(certificates.Fault);
        builder.Services.RefuseStart(
            builder.Configuration.GetValue<DateTimeOffset?>("Keys:NotBefore") > TimeProvider.System.GetUtcNow()
                ? "Keys:NotBefore lies in the future: no key would serve."
                : null
        );
        return certificates;
    }

    public static void AddSealKeys(this IServiceCollection services, KeyCertificates certificates)
    {
        services.AddDataProtection().SetApplicationName("CrisisCommand").UnprotectKeysWithAnyCertificate([.. certificates.All]);
        services.ConfigureMarten(o => o.Schema.For<SealKey>().Identity(x => x.Id));
        services.AddSingleton<XmlKeyManager>();
        services.AddSingleton<SealKeyRing>();
        services.AddSingleton<IKeyManager>(s => s.GetRequiredService<SealKeyRing>());
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o =>
        {
            o.XmlRepository = new SealKeys(s.GetRequiredService<IDocumentStore>(), certificates, () => RevokedBefore(s));
            o.XmlEncryptor = certificates.Current is { } wrapping
                ? new CertificateXmlEncryptor(wrapping, s.GetRequiredService<ILoggerFactory>())
                : null;
        }));
    }

    /// <summary>The later of what the journal says and what the setting does, which a restored journal cannot take back.</summary>
    private static DateTimeOffset? RevokedBefore(IServiceProvider services)
    {
        var set = services.GetRequiredService<IConfiguration>().GetValue<DateTimeOffset?>("Keys:NotBefore");
        var said = services.GetService<KeysRevokedBefore>()?.Invoke();
        return set > said || said is null ? set : said;
    }
}
