using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Registry.Audit;

/// <summary>The hash of a link: SHA-256 over the hash before, the position and every column of the entry, each text with its length.</summary>
public static class LinkHash
{
    private const int Bytes = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first link.</summary>
    public static byte[] Origin { get; } = new byte[Bytes];

    /// <summary>Hash of the link at a position.</summary>
    public static byte[] Of(byte[] before, long position, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Number(hash, position);
        hash.AppendData(entry.Id.ToByteArray(bigEndian: true));
        Number(hash, entry.At.UtcTicks);
        Text(hash, entry.ActorId);
        Text(hash, entry.SignIn.ToString());
        Text(hash, entry.What);
        Text(hash, entry.Subject);
        Text(hash, entry.Digests);
        return hash.GetHashAndReset();
    }

    private static void Text(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Number(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Number(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
