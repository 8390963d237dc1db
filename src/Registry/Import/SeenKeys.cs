using System.Runtime.InteropServices;
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
        return Hash(kind.KeyOf(fact), (ulong)kind.Type.Name.Length);
    }

    /// <summary>Two lanes of folded multiplication (as in wyhash): for 10^7 keys a collision has a chance of about 10^-24.</summary>
    private static UInt128 Hash(string key, ulong seed)
    {
        ulong left = seed ^ 0xa0761d6478bd642f, right = seed ^ 0xe7037ed1a0b428db;
        foreach (var c in MemoryMarshal.Cast<char, ushort>(key.AsSpan()))
        {
            left = Fold(left ^ c, 0x8ebc6af09c88c6e3);
            right = Fold(right + c, 0x589965cc75374cc3);
        }
        return new UInt128(left, right);
    }

    private static ulong Fold(ulong value, ulong by)
    {
        var high = Math.BigMul(value, by, out var low);
        return high ^ low;
    }
}
