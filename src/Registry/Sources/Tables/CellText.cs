using System.Buffers;
using System.Text;

namespace Registry.Sources.Tables;

/// <summary>Text of cells: trimmed, without characters that cannot be seen.</summary>
internal static class CellText
{
    private const string InvisibleMarks = "\u00AD\u061C\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF";
    private static readonly string Controls = string.Concat(
        Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c)).Select(c => (char)c).Concat(InvisibleMarks));

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(Controls);

    /// <summary>
    /// Trimmed; line breaks and tabs become one blank, other control characters, zero-width and direction marks vanish
    /// (they hide what a name says). Null where nothing is left.
    /// </summary>
    public static string? Clean(ReadOnlySpan<char> raw)
    {
        var text = raw.Trim();
        if (text.IsEmpty)
            return null;
        if (!text.ContainsAny(Unwanted))
            return text.ToString();
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Unwanted.Contains(c))
                clean.Append(c);
            else if (char.IsWhiteSpace(c) && clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }
        var result = clean.ToString().Trim();
        return result.Length == 0 ? null : result;
    }

    /// <summary>Name of a column as it is compared: small letters and digits only, so that <c>filed_on</c> is <c>filedOn</c>.</summary>
    public static string ColumnKey(ReadOnlySpan<char> name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
        }
        return key.ToString();
    }

    /// <summary>A whole number that a spreadsheet wrote as <c>1.0</c>.</summary>
    public static ReadOnlySpan<char> WithoutZeroFraction(ReadOnlySpan<char> text)
    {
        var dot = text.IndexOf('.');
        return dot > 0 && dot < text.Length - 1 && text[(dot + 1)..].Trim('0').IsEmpty ? text[..dot] : text;
    }
}
