using System.Text;

namespace Registry.Names;

/// <summary>
/// The sound of a word in one Latin spelling, whatever script or scheme it was written in: passport, 2021 Latin, GOST or
/// sloppy. Every letter goes to Latin first; the digraphs collapse in what comes out, the same for all scripts.
/// <c>š</c> stands for ш, щ, ч (schemes mix them up), <c>j</c> for ж and дж.
/// </summary>
public static class Skeleton
{
    private const int LongestWord = 192;

    // By letter а..я: щ and ч share ш's sign; ь and ъ have no sound; ю and я lose the glide that ю/ю "iu", "yu" lose too.
    private static readonly string[] Cyrillic =
    [
        "a", "b", "v", "g", "d", "e", "j", "z", "i", "i", "k", "l", "m", "n", "o", "p",
        "r", "s", "t", "u", "f", "h", "s", "š", "š", "š", "", "i", "", "e", "iu", "ia",
    ];

    /// <summary>Skeletons of the words of a text, legal form left out, one blank between them.</summary>
    public static string Of(string text) => string.Join(' ', NormalisedName.Of(text).Tokens.Select(t => t.Skeleton));

    /// <summary>Skeleton of one folded word; the word itself where nothing of it has a sound.</summary>
    internal static string OfWord(string folded) => Spell(folded, keepsGlides: false);

    /// <summary>The same with the i before a vowel, which a skeleton does not keep: Ария and Ара, Айна and Аня differ in any script.</summary>
    internal static string WithGlides(string folded) => Spell(folded, keepsGlides: true);

    private static string Spell(string folded, bool keepsGlides)
    {
        Span<char> output = stackalloc char[LongestWord];
        var count = 0;
        for (var i = 0; i < folded.Length && count < LongestWord - 4; i++)
        {
            var c = folded[i];
            if (c is >= 'а' and <= 'я')
            {
                foreach (var latin in Cyrillic[c - 'а'])
                    Append(output, ref count, latin, keepsGlides);
            }
            else if (c == 'c')
            {
                i += AppendC(output, ref count, keepsGlides, i + 1 < folded.Length ? folded[i + 1] : ' ');
            }
            else
            {
                AppendLatin(output, ref count, c, keepsGlides);
            }
        }
        return count == 0 ? folded : output[..count].ToString();
    }

    /// <summary>ch is a sound of its own, c before a front vowel is ц, any other c is k.</summary>
    private static int AppendC(Span<char> output, ref int count, bool keepsGlides, char next)
    {
        Append(output, ref count, next == 'h' ? 'š' : next is 'e' or 'i' or 'y' ? 's' : 'k', keepsGlides);
        return next == 'h' ? 1 : 0;
    }

    private static void AppendLatin(Span<char> output, ref int count, char c, bool keepsGlides)
    {
        switch (c)
        {
            case 'x':
                Append(output, ref count, 'k', keepsGlides);
                Append(output, ref count, 's', keepsGlides);
                break;
            case 'q': Append(output, ref count, 'k', keepsGlides); break;
            case 'w': Append(output, ref count, 'v', keepsGlides); break;
            case 'y' or 'ı': Append(output, ref count, 'i', keepsGlides); break;
            case 'ş' or 'š' or 'ś' or 'ç' or 'č' or 'ć' or 'ŝ': Append(output, ref count, 'š', keepsGlides); break;
            case 'ž' or 'ź': Append(output, ref count, 'j', keepsGlides); break;
            case 'ŋ': Append(output, ref count, 'n', keepsGlides); break;
            case 'ß': Append(output, ref count, 's', keepsGlides); break;
            case > '\u007f' and < '\u0400' or >= '\u1e00' and <= '\u1eff': AppendBase(output, ref count, c, keepsGlides); break;
            default: Append(output, ref count, c, keepsGlides); break;
        }
    }

    private static void AppendBase(Span<char> output, ref int count, char c, bool keepsGlides)
    {
        var plain = c.ToString().Normalize(NormalizationForm.FormD)[0];
        if (plain == c)
            Append(output, ref count, c, keepsGlides);
        else
            AppendLatin(output, ref count, plain == 'c' ? 'k' : plain, keepsGlides);
    }

    /// <summary>Adds a letter and collapses it with what stands before it; every pair in the output is final.</summary>
    private static void Append(Span<char> output, ref int count, char c, bool keepsGlides)
    {
        while (count > 0)
        {
            var last = output[count - 1];
            if (last == c)
                return;
            var joined = keepsGlides && last == 'i' ? '\0' : Join(last, c);
            if (joined == '\0')
                break;
            count--;
            c = joined;
        }
        output[count++] = c;
    }

    private static char Join(char last, char c) => (last, c) switch
    {
        ('k', 'h') => 'h',
        ('g', 'h') => 'g',
        ('p', 'h') => 'f',
        ('z', 'h') => 'j',
        ('d', 'j') => 'j',
        ('s', 'h') => 'š',
        ('s', 'š') => 'š',
        ('t', 's') => 's',
        ('t', 'š') => 'š',
        ('i', 'a' or 'e' or 'o' or 'u') => c,
        _ => '\0',
    };
}
