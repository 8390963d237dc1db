using System.Globalization;

namespace Registry.Names;

/// <summary>
/// What single letters fold to. A letter is folded in two steps: Kazakh letters to their Russian neighbours
/// (and ё, й to е, и), then letters that look alike in both scripts to the script of their word.
/// </summary>
internal static class Letters
{
    /// <summary>Latin, Greek and Cyrillic with their extensions end here; beyond it letters stay as they are.</summary>
    private const int TableSize = 0x530;
    private const string Kazakh = "әғқңөұүһіёйѐѝїєґў";
    private const string Russian = "агкноуухиеиеииегу";

    // Upper-case shapes decide (В/B, Н/H, Т/T), and и joins i because і has become и before this step.
    private const string CyrillicTwins = "авекмнорстухи";
    private const string LatinTwins = "abekmhopctyxi";
    private static readonly char[] Folded = BuildFolded();
    private static readonly char[] ToCyrillic = BuildTwins(LatinTwins, CyrillicTwins);
    private static readonly char[] ToLatin = BuildTwins(CyrillicTwins, LatinTwins);

    /// <summary>Lower-case letter without Kazakh and Russian variants.</summary>
    public static char Fold(char c) => c < TableSize ? Folded[c] : char.ToLowerInvariant(c);

    /// <summary>The Cyrillic look-alike of a folded Latin letter, or the letter itself.</summary>
    public static char AsCyrillic(char c) => c < TableSize ? ToCyrillic[c] : c;

    /// <summary>The Latin look-alike of a folded Cyrillic letter, or the letter itself.</summary>
    public static char AsLatin(char c) => c < TableSize ? ToLatin[c] : c;

    /// <summary>Which script only this folded letter can belong to; <see cref="Script.None"/> for look-alikes, digits and other scripts.</summary>
    public static Script ScriptOf(char c)
    {
        if (c is >= 'a' and <= 'z')
            return ToCyrillic[c] == c ? Script.Latin : Script.None;
        if (c is >= 'а' and <= 'я')
            return ToLatin[c] == c ? Script.Cyrillic : Script.None;
        if (c is (>= '\u00c0' and <= '\u024f' and not ('×' or '÷')) or (>= '\u1e00' and <= '\u1eff'))
            return Script.Latin;
        return c is >= '\u0400' and <= '\u052f' ? Script.Cyrillic : Script.None;
    }

    /// <summary>The script that all letters belong to as they stand, look-alikes included; none where they are mixed or of another script.</summary>
    public static Script ScriptWritten(ReadOnlySpan<char> folded)
    {
        var written = Script.None;
        foreach (var c in folded)
        {
            var script = c is >= 'a' and <= 'z' ? Script.Latin : c is >= 'а' and <= 'я' ? Script.Cyrillic : ScriptOf(c);
            if (script == Script.None && !char.IsAsciiDigit(c))
                return Script.None;
            if (script == Script.None)
                continue;
            if (written != Script.None && written != script)
                return Script.None;
            written = script;
        }
        return written;
    }

    /// <summary>Whether the folded letter has a twin in the other script.</summary>
    public static bool HasTwin(char c) => c < TableSize && (ToCyrillic[c] != c || ToLatin[c] != c);

    private static char[] BuildFolded()
    {
        var table = new char[TableSize];
        for (var i = 0; i < table.Length; i++)
        {
            var lower = char.ToLower((char)i, CultureInfo.InvariantCulture);
            var at = Kazakh.IndexOf(lower, StringComparison.Ordinal);
            table[i] = at >= 0 ? Russian[at] : lower;
        }
        // Turkish and Kazakh Latin: a dotted capital and a dotless small letter are one i.
        table['İ'] = 'i';
        table['ı'] = 'i';
        return table;
    }

    private static char[] BuildTwins(string from, string to)
    {
        var table = new char[TableSize];
        for (var i = 0; i < table.Length; i++)
            table[i] = (char)i;
        for (var i = 0; i < from.Length; i++)
            table[from[i]] = to[i];
        return table;
    }
}

/// <summary>The scripts that Kazakh company names mix.</summary>
internal enum Script
{
    None,
    Cyrillic,
    Latin,
}
