using System.Globalization;
using Registry.Names;

namespace Registry.Web.Shared;

/// <summary>An entity's names in the order of the page's language.</summary>
/// <param name="Main">The name to call it by; its number where it has none.</param>
/// <param name="Others">The names in other languages, different from the main one.</param>
public sealed record EntityNames(string Main, IReadOnlyList<(string Language, string Name)> Others, string? MainLanguage)
{
    /// <summary>The main name with its legal form in short, for lists.</summary>
    public string Brief => Shorten(Main, MainLanguage).Text;

    /// <summary>A name with its legal form in short.</summary>
    public static ShortName Shorten(string name, string? language) => LegalForms.Abbreviate(name, language ?? "ru");

    /// <summary>Sorts names by the page's language, then Russian, Kazakh, English.</summary>
    public static EntityNames Of(string bin, string? ru, string? kk, string? en)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var names = new (string Language, string? Name)[] { ("ru", ru), ("kk", kk), ("en", en) }
            .Where(n => !string.IsNullOrWhiteSpace(n.Name))
            .Select(n => (n.Language, Name: n.Name ?? ""))
            .OrderBy(n => string.Equals(n.Language, language, StringComparison.Ordinal) ? 0 : 1)
            .DistinctBy(n => n.Name, StringComparer.Ordinal)
            .ToList();
        return names.Count == 0 ? new EntityNames(bin, [], null) : new EntityNames(names[0].Name, names[1..], names[0].Language);
    }
}
