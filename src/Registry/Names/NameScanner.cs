using System.Globalization;
using System.Text;

namespace Registry.Names;

/// <summary>A word of a name: its letters folded, its place in the text it came from.</summary>
/// <param name="Folded">Folded letters, in Cyrillic where every letter looks alike in both scripts.</param>
/// <param name="LooksAlike">Every letter looks alike in both scripts: the rest of the name decides.</param>
/// <param name="Written">The script of all its letters as they stand in the text; none where they are mixed.</param>
internal readonly record struct ScannedWord(string Folded, bool LooksAlike, Script Written, int Start, int Length);

/// <summary>
/// Cuts a name into words. Anything that is not a letter or a digit separates; apostrophes inside a word and
/// invisible characters do not. Bounded: hostile texts cost no more than long honest ones.
/// </summary>
internal static class NameScanner
{
    /// <summary>The longest registered names have some 500 characters.</summary>
    private const int LongestInput = 4000;

    /// <summary>Bounds the sum of the words so that a scanned name, scanned again, is not cut a second time.</summary>
    private const int LongestOutput = 1000;
    private const int LongestWord = 64;

    public static List<ScannedWord> Scan(string text)
    {
        var words = new List<ScannedWord>(8);
        var end = Math.Min(text.Length, LongestInput);
        var written = 0;
        var i = 0;
        while (i < end)
        {
            var length = WordLength(text, i, end);
            if (length == 0)
            {
                i++;
                continue;
            }
            if (Word(text, i, length) is { } word)
            {
                written += word.Folded.Length + 1;
                if (written > LongestOutput)
                    break;
                words.Add(word);
            }
            i += length;
        }
        return words;
    }

    private static int WordLength(string text, int start, int end)
    {
        var i = start;
        while (i < end)
        {
            var step = LetterLength(text, i);
            if (step == 0 && i > start && i + 1 < end && JoinsLetters(text[i]) && LetterLength(text, i + 1) > 0)
                step = 1;
            if (step == 0)
                break;
            i += step;
        }
        return i - start;
    }

    private static int LetterLength(string text, int i)
    {
        var c = text[i];
        if (char.IsAsciiLetterOrDigit(c) || c is >= '\u0400' and <= '\u0481')
            return 1;
        if (c < 128 || Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            return 0;
        return Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.LetterNumber ? length : 0;
    }

    private static bool JoinsLetters(char c) =>
        c is '\'' or '`' or '\u00b4' or '\u2018' or '\u2019' or '\u2032' || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static ScannedWord? Word(string text, int start, int length)
    {
        var raw = text.AsSpan(start, length);
        if (!IsPlain(raw))
            raw = Compose(raw);
        Span<char> letters = stackalloc char[LongestWord];
        var count = 0;
        for (var i = 0; i < raw.Length && count < LongestWord; i++)
        {
            if (char.IsLetterOrDigit(raw[i]) && char.GetUnicodeCategory(raw[i]) != UnicodeCategory.ModifierLetter)
                letters[count++] = Letters.Fold(raw[i]);
            else if (char.IsSurrogatePair(raw[i], i + 1 < raw.Length ? raw[i + 1] : ' ') && count + 1 < LongestWord && IsLetterPair(raw[i], raw[i + 1]))
            {
                letters[count++] = raw[i++];
                letters[count++] = raw[i];
            }
        }
        if (count == 0)
            return null;
        var written = Letters.ScriptWritten(letters[..count]);
        var looksAlike = ToOwnScript(letters[..count]);
        return new ScannedWord(letters[..count].ToString(), looksAlike, written, start, length);
    }

    /// <summary>Each part of one script holds a letter that the other script has not.</summary>
    private static bool IsCompound(ReadOnlySpan<char> word)
    {
        var (parts, own) = (0, true);
        var part = Script.None;
        foreach (var c in word)
        {
            var script = Letters.ScriptWritten([c]);
            if (script == Script.None)
                continue;
            if (script != part)
            {
                if (!own)
                    return false;
                (part, own) = (script, false);
                parts++;
            }
            own |= Letters.ScriptOf(c) == script;
        }
        return parts > 1 && own;
    }

    private static bool IsLetterPair(char high, char low) => Rune.IsLetterOrDigit(new Rune(high, low));

    /// <summary>Only letters that compatibility composition leaves alone.</summary>
    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not (>= '\u0400' and <= '\u0481'))
                return false;
        }
        return true;
    }

    // Lower-casing can undo a composition and composing can bring back a capital: once more settles both.
    private static string Compose(ReadOnlySpan<char> word)
    {
        var once = Valid(word).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Valid(once).Normalize(NormalizationForm.FormKC);
    }

    private static string Valid(ReadOnlySpan<char> word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
            text.Append(rune.ToString());
        return text.ToString();
    }

    /// <summary>Folds look-alikes to the script of the majority; true where nothing but look-alikes is there.</summary>
    private static bool ToOwnScript(Span<char> word)
    {
        // A word put together of two scripts, SilkЖоба: each part is what it is.
        if (IsCompound(word))
            return false;
        var cyrillic = 0;
        var latin = 0;
        var twins = 0;
        foreach (var c in word)
        {
            switch (Letters.ScriptOf(c))
            {
                case Script.Cyrillic: cyrillic++; break;
                case Script.Latin: latin++; break;
                default: twins += Letters.HasTwin(c) ? 1 : 0; break;
            }
        }
        for (var i = 0; i < word.Length; i++)
            word[i] = latin > cyrillic ? Letters.AsLatin(word[i]) : Letters.AsCyrillic(word[i]);
        return cyrillic + latin == 0 && twins > 0;
    }
}
