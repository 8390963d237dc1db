using System.Globalization;

namespace Registry.Sources.Tables;

/// <summary>Reads the values that cells hold, in the spellings that the registers use.</summary>
internal static class CellValue
{
    private const int LowestSerial = 33_239;
    private const int HighestSerial = 73_415;
    private const int LongestNumber = 64;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary><c>dd.MM.yyyy</c>, <c>yyyy-MM-dd</c>, <c>yyyy.MM.dd</c>, either with a time behind it, or an Excel serial number (1991 … 2100).</summary>
    public static bool TryDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length >= 10 && text[2] is '.' or '/' && text[5] == text[2])
            return EndsOrTime(text) && TryDate(text.Slice(6, 4), text.Slice(3, 2), text[..2], out date);
        if (text.Length >= 10 && text[4] is '-' or '.' && text[7] == text[4])
            return EndsOrTime(text) && TryDate(text[..4], text.Slice(5, 2), text.Slice(8, 2), out date);
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial))
            return false;
        if (serial is < LowestSerial or >= HighestSerial)
            return false;
        date = SerialZero.AddDays((int)serial);
        return true;
    }

    /// <summary>
    /// A number with decimal point or comma, blanks or narrow blanks between thousands; a comma before groups of three with a point
    /// behind them separates thousands too.
    /// </summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        if (text.Length is 0 or > LongestNumber)
            return false;
        Span<char> plain = stackalloc char[text.Length];
        var length = 0;
        var comma = text.Contains('.') ? '\0' : '.';
        foreach (var c in text)
        {
            if (c is ' ' or '\u00A0' or '\u2009' or '\u202F' or '\'' || (c == ',' && comma == '\0'))
                continue;
            plain[length++] = c == ',' ? comma : c == '\u2212' ? '-' : c;
        }
        return decimal.TryParse(
            plain[..length],
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out number);
    }

    /// <summary>Yes and no in the words of the registers.</summary>
    public static bool? Bool(ReadOnlySpan<char> text) => CellText.WithoutZeroFraction(text).ToString().ToLowerInvariant() switch
    {
        "1" or "true" or "yes" or "да" or "иә" => true,
        "0" or "false" or "no" or "нет" or "жоқ" => false,
        _ => null,
    };

    private static bool EndsOrTime(ReadOnlySpan<char> text) => text.Length == 10 || text[10] is ' ' or 'T';

    private static bool TryDate(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day, out DateOnly date)
    {
        date = default;
        if (!TryDigits(year, out var y) || !TryDigits(month, out var m) || !TryDigits(day, out var d))
            return false;
        if (y == 0 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
            return false;
        date = new DateOnly(y, m, d);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + (c - '0');
        }
        return true;
    }
}
