namespace Registry.Names;

/// <summary>A word of a company's name, made comparable.</summary>
/// <param name="Norm">Lower case, Kazakh letters as Russian ones, look-alikes in one script.</param>
/// <param name="Skeleton">Its sound in one Latin spelling (see <see cref="Names.Skeleton"/>): as written, else in the script of the name.</param>
/// <param name="Alternative">Skeleton of the other reading where every letter looks alike in both scripts and the readings sound differently; else null.</param>
/// <param name="Start">Place in the text.</param>
/// <param name="Length">Characters in the text.</param>
public readonly record struct NameToken(string Norm, string Skeleton, string? Alternative, int Start, int Length)
{
    private const int MostLettersOfSound = 4;

    /// <summary>Every letter looks alike in both scripts, so that <see cref="Norm"/> says nothing of the script it was written in.</summary>
    internal bool LooksAlike { get; init; }

    /// <summary>The <see cref="Alternative"/> needs every letter to have been written in the wrong script: hardly anybody does that to a word among words in the right one.</summary>
    internal bool IsFarFetched { get; init; }

    /// <summary>So many letters make so little sound that they are the beginning of no other word: four letters at most, shch, are one sound.</summary>
    internal bool IsNoise => Norm.Length > MostLettersOfSound * Skeleton.Length;

    /// <summary>The letters that <see cref="Skeleton"/> is the sound of.</summary>
    internal string Reading => !LooksAlike || Names.Skeleton.OfWord(Norm) == Skeleton ? Norm : AsOther(Norm);

    /// <summary><see cref="Norm"/> with every letter that looks alike in both scripts in its Cyrillic form: words that look the same are the same, whatever stands beside them.</summary>
    internal string Shape => string.Create(Norm.Length, Norm, static (shape, norm) =>
    {
        norm.CopyTo(shape);
        ToShape(shape);
    });

    private static string AsOther(string norm) => string.Create(norm.Length, norm, static (other, letters) =>
    {
        for (var i = 0; i < other.Length; i++)
            other[i] = Letters.AsLatin(letters[i]) is var latin && latin != letters[i] ? latin : Letters.AsCyrillic(letters[i]);
    });

    /// <summary>Turns a <see cref="Norm"/> into its <see cref="Shape"/>.</summary>
    internal static void ToShape(Span<char> norm)
    {
        for (var i = 0; i < norm.Length; i++)
            norm[i] = Letters.AsCyrillic(norm[i]);
    }
}

/// <summary>A company's name without its legal form, as words that compare across scripts.</summary>
public sealed class NormalisedName
{
    private NormalisedName(IReadOnlyList<NameToken> tokens, LegalForm? form)
    {
        Tokens = tokens;
        Form = form;
    }

    /// <summary>Words in their order; empty only where the text has no letter and no digit.</summary>
    public IReadOnlyList<NameToken> Tokens { get; }

    /// <summary>The first legal form found in the text, or null.</summary>
    public LegalForm? Form { get; }

    /// <summary>Words joined by blanks: equal keys are equal names.</summary>
    public string Key => string.Join(' ', Tokens.Select(t => t.Norm));

    /// <summary>Words joined without blanks.</summary>
    public string Joined => string.Concat(Tokens.Select(t => t.Norm));

    /// <summary>Skeletons joined without blanks: finds words that were written together or apart.</summary>
    public string Whole => string.Concat(Tokens.Select(t => t.Skeleton));

    /// <summary>Normalises a name of any script and length; never throws.</summary>
    public static NormalisedName Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new NormalisedName([], null);
        var words = NameScanner.Scan(name);
        var form = LegalForms.Strip(words);
        var latin = IsLatin(words);
        var tokens = new NameToken[words.Count];
        for (var i = 0; i < tokens.Length; i++)
            tokens[i] = Token(words[i], latin);
        return new NormalisedName(tokens, form);
    }

    /// <summary>The same name with its words read otherwise.</summary>
    internal NormalisedName With(IReadOnlyList<NameToken> tokens) => new(tokens, Form);

    /// <summary>The <see cref="Key"/> alone: an import makes one for every company, and the sounds cost more than the letters.</summary>
    internal static string KeyOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "";
        var words = NameScanner.Scan(name);
        LegalForms.Strip(words);
        var latin = IsLatin(words);
        return string.Join(' ', words.Select(w => w.LooksAlike && latin ? AsLatin(w.Folded) : w.Folded));
    }

    private static string AsLatin(string folded) => string.Create(folded.Length, folded, static (span, letters) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = Letters.AsLatin(letters[i]);
    });

    private static NameToken Token(ScannedWord word, bool latin)
    {
        if (!word.LooksAlike)
            return new NameToken(word.Folded, Skeleton.OfWord(word.Folded), null, word.Start, word.Length);
        var asLatin = AsLatin(word.Folded);
        var readsLatin = word.Written == Script.None ? latin : word.Written == Script.Latin;
        var skeleton = Skeleton.OfWord(readsLatin ? asLatin : word.Folded);
        var alternative = Skeleton.OfWord(readsLatin ? word.Folded : asLatin);
        return new NameToken(latin ? asLatin : word.Folded, skeleton, alternative == skeleton ? null : alternative, word.Start, word.Length)
        {
            LooksAlike = true,
            IsFarFetched = word.Written == (latin ? Script.Latin : Script.Cyrillic),
        };
    }

    /// <summary>Script of the name by the letters that belong to one only; Cyrillic where none does, as most names are.</summary>
    private static bool IsLatin(List<ScannedWord> words)
    {
        var balance = 0;
        foreach (var word in words)
        {
            foreach (var c in word.Folded)
            {
                balance += Letters.ScriptOf(c) switch { Script.Latin => 1, Script.Cyrillic => -1, _ => 0 };
            }
        }
        return balance > 0;
    }
}

/// <summary>The key under which names are equal: case, quotes, legal form, Kazakh or Russian letters and look-alikes do not matter.</summary>
public static class NameKey
{
    /// <summary>Folded name without its legal form; empty where the text has no letter and no digit.</summary>
    public static string Of(string? name) => NormalisedName.KeyOf(name);
}
