using Registry.Identifiers;
using Registry.Names;

namespace Registry.Search;

/// <summary>One way to read what was typed.</summary>
/// <param name="Text">The text as read.</param>
/// <param name="Swapped">Read as typed with the wrong keyboard layout.</param>
internal sealed record QueryReading(string Text, NormalisedName Name, bool Swapped)
{
    /// <summary>The text as it stands, cut to a sane length.</summary>
    public static QueryReading AsTyped(string text)
    {
        var cut = text.Length > CompanyQuery.LongestText ? text[..CompanyQuery.LongestText] : text;
        return new QueryReading(cut, NormalisedName.Of(cut), false);
    }

    /// <summary>A sign stands where only a letter of the other layout can be: <c>,fye</c>, <c>j,kfcnm</c>.</summary>
    public bool LooksSwapped
    {
        get
        {
            for (var i = 0; i + 1 < Text.Length; i++)
            {
                if (Text[i] is ',' or ';' or '[' or ']' or '\'' or '`' && char.IsAsciiLetter(Text[i + 1]))
                    return true;
            }
            return false;
        }
    }

    /// <summary>The text under the other layouts, where that gives other words. Letters of two scripts in one word come from no layout.</summary>
    public IEnumerable<QueryReading> Swaps()
    {
        if (Text.Split(' ').Any(word => word.Any(char.IsAsciiLetter) && word.Any(c => c is >= '\u0400' and <= '\u052f')))
            yield break;
        var swapped = KeyboardLayout.Swap(Text);
        if (swapped != Text)
            yield return new QueryReading(swapped, NormalisedName.Of(swapped), true);
        if (KeyboardLayout.SwapKazakh(Text) is { } kazakh && kazakh != swapped)
            yield return new QueryReading(kazakh, NormalisedName.Of(kazakh), true);
    }
}

/// <summary>A query that is a number, or holds one.</summary>
internal static class QueryNumber
{
    /// <summary>The canonical BIN or register number in the text; null where there is none.</summary>
    public static string? Of(string text)
    {
        if (EntityNumber.TryParse(text, out var number))
            return number;
        foreach (var part in text.Split([' ', ',', ';', ':', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length == DigitText.Length && EntityNumber.TryParse(part, out number))
                return number;
        }
        return null;
    }

    /// <summary>The digits typed so far, where the text is nothing but the beginning of a number; else null.</summary>
    public static string? Beginning(string text)
    {
        // Two digits are a year and match everything founded in it.
        const int Shortest = 3;
        var digits = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var rest = digits.StartsWith('P') ? digits.AsSpan(1) : digits;
        return rest.Length is >= Shortest and < DigitText.Length && !rest.ContainsAnyExceptInRange('0', '9') ? digits : null;
    }

    /// <summary>Whether the text is one whole number and nothing else.</summary>
    public static bool IsWhole(string text) => EntityNumber.TryParse(text, out _) && Beginning(text) is null;

    /// <summary>Whether the text is nothing but digits, as many as a number has: then it is no name.</summary>
    public static bool IsOnlyDigits(string text) => DigitText.Mend(text) is not null;
}
