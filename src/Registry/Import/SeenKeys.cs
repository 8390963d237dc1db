using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Registry.Data;
using Registry.Facts;

namespace Registry.Import;

/// <summary>
/// Keys that a run has already seen, as 128-bit hashes: a file may be far larger than memory, and a key that comes twice
/// with different values must not make the same file change the register each time.
/// </summary>
internal sealed class SeenKeys
{
    private readonly HashSet<UInt128> hashes = [];

    /// <summary>Adds a fact's key; false if it was there.</summary>
    public bool Add(Fact fact) => hashes.Add(Hash(fact));

    /// <summary>Whether a fact's key was seen.</summary>
    public bool Contains(Fact fact) => hashes.Contains(Hash(fact));

    private static UInt128 Hash(Fact fact)
    {
        var kind = FactKind.Of(fact);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes($"{kind.Type.Name}:{kind.KeyOf(fact)}".AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
