using System.Globalization;
using Registry.Facts;
using Registry.Indices;
using Registry.Names;

namespace Registry.Companies;

/// <summary>Finds the fields in which two registers of entities differ about one of them.</summary>
internal static class Disagreements
{
    private sealed record Field(string Id, Func<Registration, string?> Value, Func<string, string> Key, bool Personal = false);

    private static readonly Field[] Fields =
    [
        new("nameRu", r => r.NameRu, NameKey.Of),
        new("nameKk", r => r.NameKk, NameKey.Of),
        new("registeredOn", r => r.RegisteredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), v => v),
        new("oked", r => r.Oked, v => v),
        new("address", r => r.AddressRu, Letters, Personal: true),
        new("head", r => r.Head, Letters),
    ];

    /// <summary>Fields whose values differ beyond spelling, with every source's value; the first of the ordered registrations is used.</summary>
    /// <param name="ordered">Registrations in the order of precedence.</param>
    /// <param name="isPerson">Leaves out what is personal data of a sole proprietor.</param>
    public static IReadOnlyList<Disagreement> Among(IReadOnlyList<Registration> ordered, bool isPerson)
    {
        if (ordered.Count < 2)
            return [];
        var found = new List<Disagreement>();
        foreach (var field in Fields)
        {
            var values = ordered.Where(r => field.Value(r) is not null).ToList();
            if ((isPerson && field.Personal) || values.Select(r => field.Key(field.Value(r)!)).Distinct(StringComparer.Ordinal).Count() < 2)
                continue;
            found.Add(new(field.Id, [.. values.Select((r, i) => new SourceValue(field.Value(r)!, r.Source, r.KnownFrom, i == 0))], EntityProfile.Rule));
        }
        return found;
    }

    private static string Letters(string value) =>
        string.Concat(value.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
