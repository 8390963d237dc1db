using System.Text;

namespace Registry.Benchmarks.Search;

/// <summary>How people write a name otherwise: schemes of transliteration, Kazakh and Russian letters, look-alikes, slips.</summary>
internal static class Spelling
{
    private const string Kazakh = "әғқңөұүһі";
    private const string Russian = "агкноуухи";
    private const string Twins = "асеорхукмвнт";
    private const string LatinTwins = "aceopxykmbht";
    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

    private static readonly string[] PassportLetters =
        ["a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"];

    private static readonly string[] Latin2021 =
        ["a", "b", "v", "g", "d", "e", "j", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "s", "ş", "ş", "ş", "", "y", "", "e", "iu", "ia"];

    private static readonly string[][] SloppyLetters =
    [
        ["a"], ["b"], ["v", "w"], ["g"], ["d"], ["e"], ["j", "zh"], ["z"], ["i"], ["i", "y"], ["k", "c"], ["l"], ["m"], ["n"], ["o"], ["p"],
        ["r"], ["s"], ["t"], ["u"], ["f"], ["h", "x"], ["c", "ts"], ["ch"], ["sh", "w"], ["sh", "sch"], [""], ["y", "i"], [""], ["e"], ["yu", "u"], ["ya", "ia"],
    ];

    public static string Passport(string text) => Latin(text, PassportLetters, "agqnouuhi");

    public static string Kazakh2021(string text) => Latin(text, Latin2021, "äğqñöūühı");

    public static string Sloppy(string text, Random random) =>
        Latin(text, [.. SloppyLetters.Select(l => l[random.Next(l.Length)])], "agqnouuhi");

    /// <summary>Kazakh letters as a Russian keyboard has them.</summary>
    public static string AsRussian(string text) => Map(text, Kazakh, Russian);

    /// <summary>Some Russian letters as Kazakh ones.</summary>
    public static string AsKazakh(string text, Random random) => string.Concat(text.Select(c =>
    {
        var at = Russian.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
        return at >= 0 && random.Next(2) == 0 ? Kazakh[at] : c;
    }));

    /// <summary>Some letters by their twins of the other script.</summary>
    public static string WithTwins(string text, Random random) => string.Concat(text.Select(c =>
    {
        var lower = char.ToLowerInvariant(c);
        var at = Twins.IndexOf(lower, StringComparison.Ordinal);
        if (at >= 0)
            return random.Next(2) == 0 ? LatinTwins[at] : c;
        at = LatinTwins.IndexOf(lower, StringComparison.Ordinal);
        return at >= 0 && random.Next(2) == 0 ? Twins[at] : c;
    }));

    /// <summary>One slip in a word of at least four letters.</summary>
    public static string Slip(string text, Random random)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => char.IsLetter(text[i]) && WordLength(text, i) >= 4).ToArray();
        if (places.Length == 0)
            return text;
        var at = places[random.Next(places.Length)];
        var other = Another(text[at], random);
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, other.ToString()),
            2 when at + 1 < text.Length && char.IsLetter(text[at + 1]) && text[at + 1] != text[at] => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            _ => $"{text[..at]}{other}{text[(at + 1)..]}",
        };
    }

    private static char Another(char letter, Random random)
    {
        var alphabet = letter < 128 ? "abcdefghijklmnopqrstuvwxyz" : Cyrillic;
        char other;
        do
        {
            other = alphabet[random.Next(alphabet.Length)];
        }
        while (other == char.ToLowerInvariant(letter));
        return other;
    }

    private static int WordLength(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return end - start;
    }

    private static string Map(string text, string from, string to) => string.Concat(text.Select(c =>
    {
        var at = from.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
        return at >= 0 ? to[at] : c;
    }));

    private static string Latin(string text, string[] russian, string kazakh)
    {
        var latin = new StringBuilder(text.Length + 8);
        foreach (var c in text.ToLowerInvariant().Replace('ё', 'е'))
        {
            var at = Kazakh.IndexOf(c, StringComparison.Ordinal);
            if (at >= 0)
                latin.Append(kazakh[at]);
            else if (c is >= 'а' and <= 'я')
                latin.Append(russian[c - 'а']);
            else
                latin.Append(c);
        }
        return latin.ToString();
    }
}
