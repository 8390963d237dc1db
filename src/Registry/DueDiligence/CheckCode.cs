using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Registry.DueDiligence;

/// <summary>
/// The short code of a report, e.g. <c>KZ-DD-7F3K-92QM</c>: seven random characters and a check character out of 31 without look-alikes.
/// The check character (weights 1…7, modulo 31) finds every single wrong character and every transposition.
/// </summary>
public static class CheckCode
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private const string Prefix = "KZ-DD-";
    private const int RandomLength = 7;
    private const int Half = 4;

    /// <summary>Draws a new code.</summary>
    public static string Draw() => Format(RandomNumberGenerator.GetString(Alphabet, RandomLength));

    /// <summary>Reads a code however it was typed: any case, with or without prefix and dashes.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? code)
    {
        code = null;
        var plain = string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (plain.Length == Half + Half + Half && plain.StartsWith("KZDD", StringComparison.Ordinal))
            plain = plain[Half..];
        if (plain.Length != RandomLength + 1 || plain.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
            return false;
        if (Control(plain.AsSpan(0, RandomLength)) != plain[RandomLength])
            return false;
        code = Format(plain[..RandomLength]);
        return true;
    }

    private static string Format(string random) => $"{Prefix}{random[..Half]}-{random[Half..]}{Control(random)}";

    private static char Control(ReadOnlySpan<char> random)
    {
        var sum = 0;
        for (var i = 0; i < random.Length; i++)
            sum += (i + 1) * Alphabet.IndexOf(random[i], StringComparison.Ordinal);
        return Alphabet[sum % Alphabet.Length];
    }
}
