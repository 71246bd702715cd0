using System.Net;
using System.Xml.Linq;
using CrisisCommand.Access.Sessions;
using CrisisCommand.IntegrationTests.Notifications;
using CrisisCommand.IntegrationTests.Pages;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>What lies in the database opens nothing by itself, and nothing that is put there does.</summary>
public class SealKeysTests(LonelyProduct product) : IClassFixture<LonelyProduct>
{
    private IDocumentStore Store => product.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task A_dump_holds_no_key_and_no_secret_of_ours()
    {
        using var vd = await Browsing.As("vd", product);
        var dump = await Dump.Of(product);
        dump.ShouldContain("signed_in", customMessage: "the control: what is stored is seen");
        dump.ShouldContain("encryptedSecret");
        dump.ShouldNotContain("requiresEncryption");
        dump.ShouldNotContain("<masterKey");
        foreach (var secret in product.Services.GetRequiredService<IKeyManager>().GetAllKeys().SelectMany(SecretsOf))
        {
            dump.ShouldNotContain(secret);
        }

        dump.ShouldNotContain(Gateway.Secret["whsec_".Length..]);
        dump.ShouldNotContain(vd.Cookies.Single(c => c.Name == "crisiscommand").Value);
    }

    [Fact]
    public async Task What_a_dump_holds_forges_no_cookie()
    {
        using var vd = await Browsing.As("vd", product);
        await using var session = Store.QuerySession(Realm.Live.Name);
        var stolen = (await session.Query<SealKey>().ToListAsync()).Select(k => XElement.Parse(k.Xml)).ToList();
        stolen.ShouldNotBeEmpty();
        using var forger = ProviderOf(new Remembered(stolen), makes: false);
        var made = forger.GetRequiredService<IKeyManager>().GetAllKeys();
        made.Count.ShouldBe(stolen.Count);
        made.ShouldAllBe(k => !Opens(k));
    }

    /// <summary>As a build before certificates left them, and as somebody with a hand in the table would put them there.</summary>
    [Fact]
    public async Task A_key_that_the_certificate_did_not_sign_opens_nothing()
    {
        var certificates = product.Services.GetRequiredService<KeyCertificates>();
        var (clear, wrapped, garbled, signed) = (new KeyRing(), new KeyRing(), new KeyRing(), new KeyRing());
        var cookies = new[] { clear, wrapped, garbled, signed }.Select(r => Forged(r.Provider, "vd")).ToList();
        await product.Restart(async () =>
        {
            await Plant(clear.Xml, null);
            await Plant(wrapped.WrappedBy(certificates), null);
            await Plant(garbled.WrappedBy(certificates), new byte[384]);
            await Plant(signed.WrappedBy(certificates), certificates.Sign(signed.WrappedBy(certificates)));
        });

        cookies.Take(3).Select(Reads).ShouldBe([false, false, false]);
        foreach (var cookie in cookies.Take(3))
        {
            (await Browsing.With(cookie, product)).ShouldBe(HttpStatusCode.Redirect);
        }

        // The control: what the forger makes is what the product takes for its own, where the certificate's owner let the key in.
        Reads(cookies[3]).ShouldBeTrue();
        (await Dump.Of(product)).ShouldNotContain("<masterKey", customMessage: "what lay in clear is gone from the next dump");
    }

    /// <summary>Whether the product would take the cookie for one of its own making.</summary>
    private bool Reads(string cookie) =>
        new TicketDataFormat(Seal(product.Services.GetRequiredService<IDataProtectionProvider>())).Unprotect(cookie) is not null;

    private async Task Plant(string xml, byte[]? signature)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(product.ConnectionString);
        await using var insert = source.CreateCommand(
            "insert into crisis.mt_doc_sealkey (tenant_id, id, data) "
                + "values ('live', $1, jsonb_build_object('id', $1, 'xml', $2, 'signature', nullif($3, '')))"
        );
        insert.Parameters.Add(new() { Value = $"planted-{Fresh.Id()}" });
        insert.Parameters.Add(new() { Value = xml });
        insert.Parameters.Add(new() { Value = signature is null ? "" : Convert.ToBase64String(signature) });
        await insert.ExecuteNonQueryAsync();
    }

    private static IDataProtector Seal(IDataProtectionProvider provider) =>
        provider.CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", SessionCookie.Name, "v2");

    private static string Forged(IDataProtectionProvider provider, string person)
    {
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddYears(10) };
        return new TicketDataFormat(Seal(provider)).Protect(new(SessionCookie.PrincipalOf(person), properties, SessionCookie.Name));
    }

    private static bool Opens(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (Exception closed) when (closed is System.Security.Cryptography.CryptographicException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<string> SecretsOf(IKey key) =>
        key.Descriptor.ExportToXml().SerializedDescriptorElement.Descendants().Where(e => e.Name.LocalName == "value").Select(e => e.Value);

    private static ServiceProvider ProviderOf(IXmlRepository kept, bool makes)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().SetApplicationName("CrisisCommand");
        services.Configure<KeyManagementOptions>(o => (o.XmlRepository, o.AutoGenerateKeys) = (kept, makes));
        return services.BuildServiceProvider();
    }

    /// <summary>A ring of the forger's own, as the library makes it.</summary>
    private sealed class KeyRing
    {
        private static readonly XNamespace Library = "http://schemas.asp.net/2015/03/dataProtection";
        private readonly Remembered _kept = new([]);

        public KeyRing()
        {
            Provider = ProviderOf(_kept, makes: true).GetRequiredService<IDataProtectionProvider>();
            Provider.CreateProtector("first").Protect([]);
        }

        public IDataProtectionProvider Provider { get; }

        public string Xml => _kept.GetAllElements().Single().ToString(SaveOptions.DisableFormatting);

        /// <summary>By the certificate's public half alone, which every wrapped key names.</summary>
        public string WrappedBy(KeyCertificates certificates) => _wrapped ??= Wrap(certificates);

        private string? _wrapped;

        private string Wrap(KeyCertificates certificates)
        {
            var key = XElement.Parse(Xml);
            var secret = key.Descendants().Single(e => e.Attribute(Library + "requiresEncryption") is not null);
            var wrapping = new CertificateXmlEncryptor(certificates.Current!, NullLoggerFactory.Instance).Encrypt(secret);
            secret.ReplaceWith(
                new XElement(
                    Library + "encryptedSecret",
                    new XAttribute("decryptorType", wrapping.DecryptorType.AssemblyQualifiedName!),
                    wrapping.EncryptedElement
                )
            );
            return key.ToString(SaveOptions.DisableFormatting);
        }
    }

    private sealed class Remembered(List<XElement> elements) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => elements;

        public void StoreElement(XElement element, string friendlyName) => elements.Add(element);
    }
}
