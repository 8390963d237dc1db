namespace Registry.Identifiers;

/// <summary>Mends what spreadsheets do to twelve-digit numbers: <c>221240039971.0</c>, lost leading zeros, blanks between groups.</summary>
public static class DigitText
{
    /// <summary>Digits of a BIN or an IIN.</summary>
    public const int Length = 12;

    /// <summary>Fewer digits than this are a fragment, not a number that lost its zeros (a BIN begins with the year, so at most three zeros in a row are lost).</summary>
    private const int ShortestMended = 8;

    /// <summary>The twelve digits meant by <paramref name="text"/>, or <see langword="null"/> when it cannot be a BIN or an IIN.</summary>
    /// <param name="text">Text of a cell, a query or a field; blanks, a trailing <c>.0</c> and lost leading zeros are mended.</param>
    public static string? Mend(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        Span<char> digits = stackalloc char[Length];
        var count = 0;
        foreach (var c in WithoutFraction(text))
        {
            if (char.IsWhiteSpace(c))
                continue;
            if (!char.IsAsciiDigit(c) || count == Length)
                return null;
            digits[count++] = c;
        }
        if (count < ShortestMended)
            return null;
        return new string(digits[..count]).PadLeft(Length, '0');
    }

    private static ReadOnlySpan<char> WithoutFraction(string text)
    {
        var span = text.AsSpan().Trim().TrimStart('\'');
        var dot = span.IndexOfAny('.', ',');
        return dot > 0 && span[(dot + 1)..].Trim('0').IsEmpty ? span[..dot] : span;
    }
}
