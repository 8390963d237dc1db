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

    /// <summary>The same with the i before a vowel, which a skeleton does not keep: Ария and Ара, Аня and Ана differ in any script.</summary>
    internal static string WithGlides(string folded) => Spell(folded, keepsGlides: true);

    private static string Spell(string folded, bool keepsGlides)
    {
        var sound = new Sound(stackalloc char[LongestWord], keepsGlides);
        for (var i = 0; i < folded.Length && sound.Length < LongestWord - 4; i++)
        {
            var c = folded[i];
            if (c is >= 'а' and <= 'я')
            {
                foreach (var latin in Cyrillic[c - 'а'])
                    sound.Append(latin);
            }
            else if (c == 'c')
            {
                i += AppendC(ref sound, i + 1 < folded.Length ? folded[i + 1] : ' ');
            }
            else
            {
                AppendLatin(ref sound, c);
            }
        }
        return sound.Length == 0 ? folded : sound.ToString();
    }

    /// <summary>ch is a sound of its own, c before a front vowel is ц, any other c is k.</summary>
    private static int AppendC(ref Sound sound, char next)
    {
        sound.Append(next == 'h' ? 'š' : next is 'e' or 'i' or 'y' ? 's' : 'k');
        return next == 'h' ? 1 : 0;
    }

    private static void AppendLatin(ref Sound sound, char c)
    {
        switch (c)
        {
            case 'x':
                sound.Append('k');
                sound.Append('s');
                break;
            case 'q': sound.Append('k'); break;
            case 'w': sound.Append('v'); break;
            case 'y' or 'ı': sound.Append('i'); break;
            case 'ş' or 'š' or 'ś' or 'ç' or 'č' or 'ć' or 'ŝ': sound.Append('š'); break;
            case 'ž' or 'ź': sound.Append('j'); break;
            case 'ŋ': sound.Append('n'); break;
            case 'ß': sound.Append('s'); break;
            case > '\u007f' and < '\u0400' or >= '\u1e00' and <= '\u1eff': AppendBase(ref sound, c); break;
            default: sound.Append(c); break;
        }
    }

    private static void AppendBase(ref Sound sound, char c)
    {
        var plain = c.ToString().Normalize(NormalizationForm.FormD)[0];
        if (plain == c)
            sound.Append(c);
        else
            AppendLatin(ref sound, plain == 'c' ? 'k' : plain);
    }

    /// <summary>Letters that collapse as they come; every pair in them is final.</summary>
    private ref struct Sound(Span<char> letters, bool keepsGlides)
    {
        private readonly Span<char> letters = letters;

        public int Length { get; private set; }

        public void Append(char c)
        {
            while (Length > 0)
            {
                var last = letters[Length - 1];
                if (last == c)
                    return;
                var joined = last == 'i' && keepsGlides ? '\0' : Join(last, c);
                if (joined == '\0')
                    break;
                Length--;
                c = joined;
            }
            letters[Length++] = c;
        }

        public override readonly string ToString() => letters[..Length].ToString();

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
}
