using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// What wraps the data protection keys, outside the database: a certificate with its private key, so that a dump alone opens nothing. The
/// previous ones still open what they wrapped, until they are no longer named; then nothing of that time can come back into use.
/// </summary>
/// <param name="Current">Null where none is named, with which no host serves.</param>
public sealed record KeyCertificates(X509Certificate2? Current, IReadOnlyList<X509Certificate2> Previous)
{
    private const string HowToMakeOne =
        "Make one: openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj /CN=crisiscommand-keys -keyout keys.pem -out cert.pem "
        + "&& cat cert.pem >>keys.pem && chmod 600 keys.pem; give every node the same file, and keep a copy apart from the database's backups.";

    public IEnumerable<X509Certificate2> All => Current is null ? Previous : [Current, .. Previous];

    /// <summary>What makes the settings unfit to serve with; null when they are fit.</summary>
    public string? Fault =>
        Current is null
            ? $"Keys:Certificate is not set: name a PEM or PFX file, with its private key, that wraps the keys of sessions. {HowToMakeOne}"
            : null;

    /// <summary>By the settings under <c>Keys</c>. In development a file that is not there is made, elsewhere it is somebody's mistake.</summary>
    public static KeyCertificates Of(IConfiguration configuration, bool development)
    {
        var keys = configuration.GetSection("Keys");
        var (named, password) = (keys["Certificate"], keys["Password"]);
        var file = string.IsNullOrWhiteSpace(named) ? (development ? DevelopmentFile : null) : named;
        if (development && file is not null && !File.Exists(file))
        {
            Make(file);
        }

        var previous = keys.GetSection("Previous").Get<string[]>() ?? [];
        return new(file is null ? null : Read(file, password), [.. previous.Select(p => Read(p, keys["PreviousPassword"] ?? password))]);
    }

    /// <summary>An RSA certificate with its private key; the library wraps by nothing else.</summary>
    public static X509Certificate2 Read(string file, string? password)
    {
        X509Certificate2 read;
        try
        {
            read = IsPem(file)
                ? X509Certificate2.CreateFromPemFile(file)
                : X509CertificateLoader.LoadPkcs12FromFile(file, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (Exception unfit) when (unfit is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException(
                $"Keys: '{file}' cannot be read as a certificate with its private key ({unfit.Message}). {HowToMakeOne}",
                unfit
            );
        }

        using var key = read.GetRSAPrivateKey();
        return key is not null
            ? read
            : throw new InvalidOperationException($"Keys: the certificate in '{file}' has no RSA private key. {HowToMakeOne}");
    }

    public byte[] Sign(string text)
    {
        using var key = (Current ?? throw new InvalidOperationException(Fault)).GetRSAPrivateKey()!;
        return key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }

    /// <summary>Whether one of us has signed the text: whoever has only the public halves, as a dump holds them, has not.</summary>
    public bool Signed(string text, byte[] signature) => All.Any(c => Verifies(c, Encoding.UTF8.GetBytes(text), signature));

    private static bool Verifies(X509Certificate2 certificate, byte[] text, byte[] signature)
    {
        using var key = certificate.GetRSAPublicKey()!;
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }

    private static string DevelopmentFile =>
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } own ? own : Path.GetTempPath(),
            "CrisisCommand",
            "development-keys.pem"
        );

    private static bool IsPem(string file)
    {
        using var reader = new StreamReader(file, Encoding.Latin1);
        var first = new char[5];
        return reader.ReadBlock(first) == first.Length && first is ['-', '-', '-', '-', '-'];
    }

    /// <summary>Whole or not at all, also where two nodes begin at once: the second finds the first one's.</summary>
    private static void Make(string file)
    {
        using var key = RSA.Create(3072);
        var now = TimeProvider.System.GetUtcNow();
        var request = new CertificateRequest("CN=crisiscommand-keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var half = $"{file}.{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8)}";
        var asOwner = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            asOwner.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(half, Encoding.ASCII, asOwner))
        {
            writer.Write($"{key.ExportPkcs8PrivateKeyPem()}\n{made.ExportCertificatePem()}\n");
        }

        try
        {
            File.Move(half, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(half);
        }
    }
}
