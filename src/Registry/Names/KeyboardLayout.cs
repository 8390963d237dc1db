using System.Buffers;
using System.Collections.Frozen;

namespace Registry.Names;

/// <summary>Texts typed with the wrong keyboard layout: English instead of Russian or Kazakh, and the other way round.</summary>
public static class KeyboardLayout
{
    private const string English = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private const string Russian = "ёйцукенгшщзхъфывапролджэячсмитьбю";
    private const string EnglishShifted = "~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
    private const string RussianShifted = "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

    // The Kazakh layout is the Russian one with its own letters on the row of digits.
    private const string KazakhKeys = "2345890-=";
    private const string KazakhLetters = "әіңғүұқөһ";
    private static readonly SearchValues<char> KazakhKeySet = SearchValues.Create(KazakhKeys);
    private static readonly Dictionary<char, char> ToRussian = Map(English + EnglishShifted, Russian + RussianShifted);
    private static readonly Dictionary<char, char> ToEnglish = Map(Russian + RussianShifted, English + EnglishShifted);
    private static readonly Dictionary<char, char> ToKazakh = Map(KazakhKeys, KazakhLetters);
    private static readonly Dictionary<char, char> FromKazakh = Map(KazakhLetters, KazakhKeys);

    // Rows of keys, each moved half a key against the one above it: a key touches those beside it and two in each row beside its own.
    private const int RowsOfLayout = 3;
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];
    private static readonly FrozenSet<(char, char)> Neighbours = NextTo();

    /// <summary>Whether two small letters lie on keys that touch each other in one layout.</summary>
    internal static bool AreNeighbours(char a, char b) => Neighbours.Contains((a, b));

    /// <summary>
    /// The text as the other layout would have given it: Latin keys read as Russian ones, or Russian and Kazakh letters
    /// as the Latin keys they stand on. The majority of letters says which.
    /// </summary>
    public static string Swap(string text) =>
        IsLatin(text) ? Translate(text, ToRussian, null) : Translate(text, ToEnglish, FromKazakh);

    /// <summary>
    /// Latin keys read as the Kazakh layout, digits within words included (a number that stands alone is one);
    /// null where that says no more than <see cref="Swap"/>.
    /// </summary>
    public static string? SwapKazakh(string text)
    {
        if (!IsLatin(text) || text.AsSpan().IndexOfAny(KazakhKeySet) < 0)
            return null;
        var words = text.Split(' ').Select(word => Translate(word, ToRussian, word.Any(ToRussian.ContainsKey) ? ToKazakh : null));
        return string.Join(' ', words);
    }

    private static FrozenSet<(char, char)> NextTo()
    {
        var pairs = new HashSet<(char, char)>();
        for (var row = 0; row < Rows.Length; row++)
        {
            for (var key = 0; key < Rows[row].Length; key++)
            {
                Add(row, key, row, key + 1);
                // The row below: the key under the left half and the one under the right half.
                if (row % RowsOfLayout < RowsOfLayout - 1)
                {
                    Add(row, key, row + 1, key - 1);
                    Add(row, key, row + 1, key);
                }
            }
        }
        return pairs.ToFrozenSet();

        void Add(int row, int key, int otherRow, int otherKey)
        {
            if (otherKey < 0 || otherKey >= Rows[otherRow].Length)
                return;
            pairs.Add((Rows[row][key], Rows[otherRow][otherKey]));
            pairs.Add((Rows[otherRow][otherKey], Rows[row][key]));
        }
    }

    private static string Translate(string text, Dictionary<char, char> first, Dictionary<char, char>? second) =>
        string.Create(text.Length, (text, first, second), static (span, s) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = s.text[i];
                if (s.first.TryGetValue(c, out var found) || (s.second is not null && s.second.TryGetValue(c, out found)))
                    span[i] = found;
                else
                    span[i] = c;
            }
        });

    private static bool IsLatin(string text)
    {
        var balance = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
                balance++;
            else if (c is >= '\u0400' and <= '\u052f')
                balance--;
        }
        return balance > 0;
    }

    private static Dictionary<char, char> Map(string from, string to)
    {
        var map = new Dictionary<char, char>(from.Length);
        for (var i = 0; i < from.Length; i++)
            map[from[i]] = to[i];
        return map;
    }
}
