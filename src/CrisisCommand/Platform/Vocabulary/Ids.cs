using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>Where ids come from: version 7 of the edge's own clock, or a name.</summary>
public static class Ids
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is the one id source; its time is the given clock's.")]
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>The same id for the same name, everywhere and for ever (RFC 9562 version 8 over SHA-256).</summary>
    public static Guid Named(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("CrisisCommand/id/v1\0" + name)).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
