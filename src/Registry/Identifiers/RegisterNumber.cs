using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Registry.Identifiers;

/// <summary>
/// The public number of a sole proprietor: <c>P</c>, ten digits drawn at random, a check digit (ISO 7064 MOD 11,10,
/// which finds every single wrong digit and nearly all transpositions). It stands wherever a BIN would and says nothing about the IIN.
/// </summary>
public readonly record struct RegisterNumber
{
    private const char Prefix = 'P';
    private const int Length = 12;
    private const int RandomDigits = 10;
    private readonly string? text;

    private RegisterNumber(string text) => this.text = text;

    /// <summary>The twelve characters.</summary>
    public string Text => text ?? throw new InvalidOperationException("An uninitialised register number has no text.");

    /// <summary>Draws a new number. The caller makes sure that it is not taken.</summary>
    public static RegisterNumber Draw() => FromSerial(RandomNumberGenerator.GetString("0123456789", RandomDigits));

    /// <summary>The number with the given ten digits, for generators that must repeat themselves.</summary>
    public static RegisterNumber FromSerial(string tenDigits) =>
        new($"{Prefix}{tenDigits}{Control(tenDigits)}");

    /// <summary>Reads a register number; its letter may be small, its check digit must fit.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegisterNumber number)
    {
        number = default;
        var trimmed = text?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (trimmed is not { Length: Length } || trimmed[0] != Prefix || trimmed.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            return false;
        if (Control(trimmed.AsSpan(1, RandomDigits)) != trimmed[^1])
            return false;
        number = new RegisterNumber(trimmed);
        return true;
    }

    /// <summary>The twelve characters.</summary>
    public override string ToString() => text ?? "";

    private static char Control(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var c in digits)
        {
            var sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char)('0' + ((11 - product) % 10));
    }
}
