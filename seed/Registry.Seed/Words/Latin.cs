using System.Text;

namespace Registry.Seed.Words;

/// <summary>Kazakh and Russian letters to Latin as passports write them, and Kazakh letters to their Russian look-alikes.</summary>
internal static class Latin
{
    private static readonly Dictionary<char, string> Passport = new()
    {
        ['а'] = "a", ['ә'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['ғ'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "yo",
        ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['й'] = "i", ['к'] = "k", ['қ'] = "q", ['л'] = "l", ['м'] = "m", ['н'] = "n",
        ['ң'] = "n", ['о'] = "o", ['ө'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ұ'] = "u",
        ['ү'] = "u", ['ф'] = "f", ['х'] = "kh", ['һ'] = "h", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "sch",
        ['ъ'] = "", ['ы'] = "y", ['і'] = "i", ['ь'] = "", ['э'] = "e", ['ю'] = "yu", ['я'] = "ya",
    };

    private const string Kazakh = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";
    private const string Russian = "агкноуухиАГКНОУУХИ";

    /// <summary>Passport-style Latin; letters that are Latin already stay.</summary>
    public static string Of(string text)
    {
        var latin = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (!Passport.TryGetValue(char.ToLowerInvariant(c), out var letters))
                latin.Append(c);
            else if (char.IsUpper(c) && letters.Length > 0)
                latin.Append(char.ToUpperInvariant(letters[0])).Append(letters, 1, letters.Length - 1);
            else
                latin.Append(letters);
        }
        return latin.ToString();
    }

    /// <summary>Kazakh letters as Russian documents write them: <c>Құрылыс</c> → <c>Курылыс</c>.</summary>
    public static string ToRussian(string text) => string.Create(text.Length, text, static (letters, source) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var at = Kazakh.IndexOf(source[i], StringComparison.Ordinal);
            letters[i] = at < 0 ? source[i] : Russian[at];
        }
    });
}
