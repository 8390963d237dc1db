using System.Buffers.Text;
using System.Security.Cryptography;

namespace Registry.Access;

/// <summary>Random passwords and keys.</summary>
internal static class Secrets
{
    /// <summary>Without letters and digits that look alike.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;
    private const int KeyBytes = 32;

    /// <summary>A password of four groups of five characters, about 99 random bits, easy to type from paper.</summary>
    public static string Password() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    /// <summary>256 random bits as base64url.</summary>
    public static string Key() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
}
