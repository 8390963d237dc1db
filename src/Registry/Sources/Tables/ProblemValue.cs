using System.Text.RegularExpressions;
using Registry.Identifiers;

namespace Registry.Sources.Tables;

/// <summary>What a report may quote of a refused cell: short, visible, and never an IIN.</summary>
internal static partial class ProblemValue
{
    private const int Longest = 80;
    private const int ShortestIin = 11;
    private const string Masked = "IIN";

    /// <summary>A cell that should not hold a person's number: one that stands there all the same is masked if it proves to be one.</summary>
    public static string Of(ReadOnlySpan<char> raw) =>
        Shorten(Digits().Replace(CellText.Clean(raw) ?? "", m => IsIin(m.Value) ? Masked : m.Value));

    /// <summary>A cell made for numbers of entities and persons: everything that is not a BIN and might be an IIN with a slip is masked.</summary>
    public static string OfNumber(ReadOnlySpan<char> raw)
    {
        var text = CellText.Clean(raw) ?? "";
        return Iin.TryParse(text, out _) ? Masked : Shorten(Digits().Replace(text, m => MayBeIin(m.Value) ? Masked : m.Value));
    }

    /// <summary>At most eighty characters.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= Longest)
            return text;
        var end = char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;
        return $"{text[..end]}…";
    }

    private static bool IsIin(string digits) =>
        digits.Length is ShortestIin or DigitText.Length && Iin.TryParse(digits, out var iin) && iin.HasValidCheckDigit;

    /// <summary>A digit lost or doubled may be an IIN's; twelve digits are one only if <see cref="Iin"/> says so.</summary>
    private static bool MayBeIin(string digits) =>
        digits.Length == DigitText.Length ? Iin.TryParse(digits, out _) : digits.Length >= ShortestIin;

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
