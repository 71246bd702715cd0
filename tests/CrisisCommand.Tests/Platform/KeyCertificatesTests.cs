using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Platform;

public sealed class KeyCertificatesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crisiscommand-keys-");

    [Fact]
    public void Without_one_no_host_serves_and_the_words_say_how_to_make_one()
    {
        var none = Of([], development: false);
        none.Current.ShouldBeNull();
        none.Fault.ShouldNotBeNull().ShouldContain("Keys:Certificate is not set");
        none.Fault.ShouldContain("openssl req -x509");
        Should.Throw<InvalidOperationException>(() => none.Sign("anything"));
    }

    [Fact]
    public void A_named_file_that_is_not_there_is_made_in_development_only()
    {
        var file = In("state/keys.pem");
        Should.Throw<InvalidOperationException>(() => Of([("Keys:Certificate", file)], development: false)).Message.ShouldContain(file);
        File.Exists(file).ShouldBeFalse();

        var made = Of([("Keys:Certificate", file)], development: true);
        made.Fault.ShouldBeNull();
        OperatingSystem.IsWindows().ShouldBeFalse();
        new FileInfo(file).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Of([("Keys:Certificate", file)], development: false).Current!.Thumbprint.ShouldBe(made.Current!.Thumbprint);
    }

    [Fact]
    public async Task Nodes_that_begin_at_once_share_what_the_first_one_makes()
    {
        var file = In("keys.pem");
        var nodes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Of([("Keys:Certificate", file)], development: true).Current!.Thumbprint))
        );
        nodes.Distinct().Count().ShouldBe(1);
        Directory.GetFiles(_folder.FullName).ShouldBe([file]);
    }

    [Fact]
    public void What_one_signed_holds_for_whoever_still_names_it_and_for_nobody_else()
    {
        var (old, next) = (In("old.pem"), In("next.pem"));
        var before = Of([("Keys:Certificate", old)], development: true);
        var signature = before.Sign("key");
        before.Signed("key", signature).ShouldBeTrue();
        before.Signed("yek", signature).ShouldBeFalse();

        Of([("Keys:Certificate", next), ("Keys:Previous:0", old)], development: true).Signed("key", signature).ShouldBeTrue();
        Of([("Keys:Certificate", next)], development: true).Signed("key", signature).ShouldBeFalse();
        var publicHalf = X509CertificateLoader.LoadCertificate(before.Current!.RawData);
        new KeyCertificates(null, [publicHalf]).Signed("key", signature).ShouldBeTrue();
    }

    [Fact]
    public void A_PFX_opens_by_its_password()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(Story.Noon, Story.Noon.AddYears(1));
        File.WriteAllBytes(In("keys.pfx"), made.Export(X509ContentType.Pfx, "hemligt"));

        Of([("Keys:Certificate", In("keys.pfx")), ("Keys:Password", "hemligt")], development: false).Fault.ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => Of([("Keys:Certificate", In("keys.pfx"))], development: false));
    }

    [Fact]
    public void What_has_no_RSA_private_key_is_refused_in_words()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=keys", curve, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(Story.Noon, Story.Noon.AddYears(1));
        File.WriteAllText(In("curve.pem"), $"{curve.ExportPkcs8PrivateKeyPem()}\n{made.ExportCertificatePem()}\n");
        File.WriteAllText(In("public.pem"), made.ExportCertificatePem());
        File.WriteAllText(In("words.pem"), "no certificate at all");

        foreach (var unfit in new[] { "curve.pem", "public.pem", "words.pem" })
        {
            Should
                .Throw<InvalidOperationException>(() => Of([("Keys:Certificate", In(unfit))], development: false), unfit)
                .Message.ShouldStartWith("Keys: ");
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private static KeyCertificates Of((string Key, string Value)[] settings, bool development) =>
        KeyCertificates.Of(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build(),
            development
        );
}
