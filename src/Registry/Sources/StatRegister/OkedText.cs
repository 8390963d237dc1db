using System.Buffers;
using Registry.Sources.Tables;

namespace Registry.Sources.StatRegister;

/// <summary>OKED codes as the register keeps them: digits without dots.</summary>
internal static class OkedText
{
    private const int Longest = 5;
    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,;|/\t\r\n\u00A0");

    /// <summary>
    /// Two to five digits, or null where the cell holds no code. <c>62.01.1</c> loses its dots; <c>1110.0</c>, a number,
    /// gets back the zero it lost: the register always names a subclass of five digits.
    /// </summary>
    public static string? Main(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim();
        var whole = CellText.WithoutZeroFraction(text);
        if (whole.Length < text.Length && whole.Length >= Longest - 1)
            return Digits(whole)?.PadLeft(Longest, '0');
        return Digits(text);
    }

    /// <summary>Codes separated by one blank; what is no code is left out.</summary>
    public static string? Secondary(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim();
        if (text.IsEmpty)
            return null;
        if (!text.ContainsAny(Separators))
            return Main(text);
        var codes = new List<string>();
        foreach (var range in text.SplitAny(Separators))
        {
            if (Main(text[range]) is { } code && !codes.Contains(code, StringComparer.Ordinal))
                codes.Add(code);
        }
        return codes.Count == 0 ? null : string.Join(' ', codes);
    }

    private static string? Digits(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[Longest];
        var count = 0;
        foreach (var c in text)
        {
            if (c == '.')
                continue;
            if (!char.IsAsciiDigit(c) || count == Longest)
                return null;
            digits[count++] = c;
        }
        return count < 2 ? null : digits[..count].ToString();
    }
}
