using System.Collections.Frozen;
using System.Text;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// Stores texts of company registers small: letters in one byte, and words and phrases that a sample of the register
/// repeats in one or two. A text stays readable on its own, which block compression does not allow; reading is a copy.
/// </summary>
internal sealed class Phrasebook
{
    /// <summary>Letters of three languages and the signs of names: one byte each.</summary>
    private const string Alphabet =
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁәғқңөұүһіӘҒҚҢӨҰҮҺІ"
        + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \"«».,-№&()'/";

    // Bytes: letters, then phrases of one byte, then first bytes of phrases of two, then a character as it is.
    private const int FirstShort = 160;
    private const int FirstLong = 192;
    private const byte AsItIs = 255;
    private const int ShortPhrases = FirstLong - FirstShort;
    private const int MostPhrases = ShortPhrases + ((AsItIs - FirstLong) * 256);

    /// <summary>Legal forms in full are four or five words.</summary>
    private const int MostUnits = 6;
    private const int LongestPhrase = 96;

    /// <summary>A phrase seen less often in the sample is not worth its place.</summary>
    private const int FewestSeen = 3;
    private static readonly FrozenDictionary<char, byte> Letters = Alphabet.Select((c, i) => (c, i)).ToFrozenDictionary(p => p.c, p => (byte)p.i);
    private readonly string[] phrases;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers;

    private Phrasebook(string[] phrases)
    {
        this.phrases = phrases;
        numbers = phrases.Select((p, i) => (p, i)).ToFrozenDictionary(p => p.p, p => p.i, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Letters only.</summary>
    public static Phrasebook Empty { get; } = new([]);

    /// <summary>Learns what a sample repeats.</summary>
    public static Phrasebook Of(IEnumerable<string> sample)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var counted = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in sample)
        {
            var ends = Ends(text);
            for (var from = 0; from < ends.Count; from++)
            {
                var start = from == 0 ? 0 : ends[from - 1];
                for (var to = from; to < Math.Min(ends.Count, from + MostUnits) && ends[to] - start <= LongestPhrase; to++)
                {
                    var phrase = text.AsSpan(start, ends[to] - start);
                    counted[phrase] = counted.TryGetValue(phrase, out var times) ? times + 1 : 1;
                }
            }
        }
        return new Phrasebook([.. seen
            .Where(p => p.Value >= FewestSeen && p.Key.Length > 2)
            .OrderByDescending(p => (long)p.Value * (p.Key.Length - 2)).ThenBy(p => p.Key, StringComparer.Ordinal)
            .Take(MostPhrases)
            .Select(p => p.Key)]);
    }

    public static Phrasebook Load(string path) => File.Exists(path) ? new Phrasebook(File.ReadAllLines(path)) : Empty;

    public void Save(string path) => File.WriteAllLines(path, phrases);

    public void Write(string text, List<byte> bytes)
    {
        var ends = Ends(text);
        var unit = 0;
        while (unit < ends.Count)
        {
            var start = unit == 0 ? 0 : ends[unit - 1];
            var (number, end) = Longest(text, ends, unit, start);
            if (number < 0)
                WriteLetters(text.AsSpan(start, ends[unit] - start), bytes);
            else if (number < ShortPhrases)
                bytes.Add((byte)(FirstShort + number));
            else
            {
                bytes.Add((byte)(FirstLong + ((number - ShortPhrases) >> 8)));
                bytes.Add((byte)(number - ShortPhrases));
            }
            unit = end;
        }
    }

    public string Read(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 4);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < FirstShort)
                text.Append(Alphabet[b]);
            else if (b < FirstLong)
                text.Append(phrases[b - FirstShort]);
            else if (b < AsItIs)
                text.Append(phrases[ShortPhrases + ((b - FirstLong) << 8) + bytes[++i]]);
            else
                text.Append((char)((bytes[++i] << 8) | bytes[++i]));
        }
        return text.ToString();
    }

    private (int Number, int End) Longest(string text, List<int> ends, int unit, int start)
    {
        for (var to = Math.Min(ends.Count, unit + MostUnits) - 1; to >= unit; to--)
        {
            if (ends[to] - start <= LongestPhrase && numbers.TryGetValue(text.AsSpan(start, ends[to] - start), out var number))
                return (number, to + 1);
        }
        return (-1, unit + 1);
    }

    private static void WriteLetters(ReadOnlySpan<char> letters, List<byte> bytes)
    {
        foreach (var c in letters)
        {
            if (Letters.TryGetValue(c, out var letter))
            {
                bytes.Add(letter);
                continue;
            }
            bytes.Add(AsItIs);
            bytes.Add((byte)(c >> 8));
            bytes.Add((byte)c);
        }
    }

    /// <summary>Where the units of a text end: a word or a sign, with the blank before it.</summary>
    private static List<int> Ends(string text)
    {
        var ends = new List<int>(12);
        var i = 0;
        while (i < text.Length)
        {
            if (text[i] == ' ' && i + 1 < text.Length)
                i++;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && char.IsLetterOrDigit(text[i]))
                    i++;
            }
            else
                i++;
            ends.Add(i);
        }
        return ends;
    }
}
