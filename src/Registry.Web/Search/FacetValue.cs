using System.Globalization;
using Microsoft.Extensions.Localization;
using Registry.Companies.Classifiers;
using Registry.Search;
using Registry.Web.Shared;

namespace Registry.Web.Search;

/// <summary>Values of facets in words.</summary>
public static class FacetValue
{
    /// <summary>The value as a person reads it.</summary>
    public static string Text(IStringLocalizer<SearchTexts> texts, IStringLocalizer<SharedTexts> shared, string facet, string value)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return facet switch
        {
            Facets.Region => Kato.Region(value, language) ?? value,
            Facets.Oked => Oked.Name(value, language) ?? value,
            Facets.Size => Krp.Name(value, language) ?? value,
            Facets.Status => shared.Of("Status", Pascal(value)),
            Facets.Stops => shared.Of("Stop", value),
            Facets.Tax or Facets.Financial or Facets.Payment => texts.Of("BandRange", value),
            Facets.Label => shared.Of("LabelState", Pascal(value)),
            _ => texts.Of("Value", value),
        };
    }

    private static string Pascal(string value) => value.Length == 0 ? value : char.ToUpperInvariant(value[0]) + value[1..];
}
