using Registry.Names;

namespace Registry.Search;

/// <summary>How far two spellings of a word are apart: Damerau's distance with cheaper slips that people make more often.</summary>
internal static class WordDistance
{
    /// <summary>A vowel for a vowel: unstressed ones are written by ear.</summary>
    private const double VowelSwap = 0.7;

    /// <summary>Two neighbours typed in the wrong order: one slip of the hand, not two.</summary>
    private const double Transposition = 0.8;

    /// <summary>A letter for the one on the next key; of a sound, that of its Latin letter.</summary>
    private const double NextKey = 0.9;

    /// <summary>One letter for two, or two for one.</summary>
    private const double Double = 0.8;
    private const int LongestCompared = 128;

    /// <summary>The distance, or <see cref="double.PositiveInfinity"/> where it must exceed <paramref name="limit"/>.</summary>
    public static double Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, double limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > LongestCompared || b.Length > LongestCompared)
            return double.PositiveInfinity;
        var width = b.Length + 1;
        Span<double> before = stackalloc double[width];
        Span<double> last = stackalloc double[width];
        Span<double> row = stackalloc double[width];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var left = i > 1 && a[i - 1] == a[i - 2] ? Double : 1;
            var least = row[0];
            for (var j = 1; j < width; j++)
            {
                var added = j > 1 && b[j - 1] == b[j - 2] ? Double : 1;
                var cost = Math.Min(Math.Min(last[j] + left, row[j - 1] + added), last[j - 1] + Swap(a[i - 1], b[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, before[j - 2] + Transposition);
                row[j] = cost;
                least = Math.Min(least, cost);
            }
            if (least > limit)
                return double.PositiveInfinity;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[^1] <= limit ? last[^1] : double.PositiveInfinity;
    }

    /// <summary>Slips that a word of this length may hold and still be itself: short words differ from their neighbours by one letter.</summary>
    public static int SlipsAllowed(int length) => length switch { <= 2 => 0, 3 => 1, <= 8 => 2, _ => 3 };

    /// <summary>How many slips of equal cost a distance of <paramref name="limit"/> may hold.</summary>
    public static int MostSlips(double limit) => (int)(limit / VowelSwap);

    private static double Swap(char a, char b)
    {
        if (a == b)
            return 0;
        if (IsVowel(a) && IsVowel(b))
            return VowelSwap;
        return KeyboardLayout.AreNeighbours(a, b) ? NextKey : 1;
    }

    private static bool IsVowel(char c) =>
        c is 'a' or 'e' or 'i' or 'o' or 'u' or 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
