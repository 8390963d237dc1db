using Registry.Names;

namespace Registry.Search;

/// <summary>The place of a company in the order of names, as a short text of ASCII characters: every engine and database orders it alike.</summary>
public static class SortKey
{
    /// <summary>Names that share so many letters are in an order nobody reads.</summary>
    private const int Longest = 24;
    private const char Digits = '!';
    private const char Latin = '+';
    private const char Cyrillic = 'E';
    private const char Other = '~';

    /// <summary>Key of a name without its legal form: digits, Latin, Cyrillic; empty where there is no name.</summary>
    public static string Of(string? name) => OfKey(NameKey.Of(name));

    /// <summary>The same of a <see cref="NameKey"/>.</summary>
    internal static string OfKey(string key) =>
        string.Create(Math.Min(key.Length, Longest), key, static (sorted, letters) =>
        {
            for (var i = 0; i < sorted.Length; i++)
            {
                sorted[i] = letters[i] switch
                {
                    ' ' => ' ',
                    >= '0' and <= '9' and var c => (char)(Digits + (c - '0')),
                    >= 'a' and <= 'z' and var c => (char)(Latin + (c - 'a')),
                    >= 'а' and <= 'я' and var c => (char)(Cyrillic + (c - 'а')),
                    _ => Other,
                };
            }
        });
}
