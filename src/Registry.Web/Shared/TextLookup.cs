using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Registry.Web.Shared;

/// <summary>Ways to ask a text collection for the texts of codes.</summary>
public static class TextLookup
{
    /// <summary>The text of <paramref name="kind"/><c>.</c><paramref name="code"/>; the code itself where none stands, so that nothing is hidden.</summary>
    public static string Of(this IStringLocalizer texts, string kind, string code)
    {
        var found = texts[$"{kind}.{code}"];
        return found.ResourceNotFound ? code : found.Value;
    }

    /// <summary>The text if it stands.</summary>
    public static string? Find(this IStringLocalizer texts, string key)
    {
        var found = texts[key];
        return found.ResourceNotFound ? null : found.Value;
    }

    /// <summary>A number with its noun in the right form: <c>key.One</c>, <c>key.Few</c>, <c>key.Many</c>, each with a place for the number.</summary>
    public static string Counted(this IStringLocalizer texts, string key, long count) =>
        string.Format(CultureInfo.InvariantCulture, texts[$"{key}.{PluralForm(count)}"].Value, Format.Count(count));

    /// <summary>A noun in the form that its number asks for, without the number: <c>key.One</c>, <c>key.Few</c>, <c>key.Many</c>.</summary>
    public static string Form(this IStringLocalizer texts, string key, long count) => texts[$"{key}.{PluralForm(count)}"].Value;

    private static string PluralForm(long count)
    {
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is not "ru")
            return count == 1 ? "One" : "Many";
        return (count % 10, count % 100) switch
        {
            (1, not 11) => "One",
            (>= 2 and <= 4, < 12 or > 14) => "Few",
            _ => "Many",
        };
    }
}
