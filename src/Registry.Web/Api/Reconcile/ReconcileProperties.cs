using System.Globalization;
using Registry.Companies;
using Registry.Companies.Classifiers;
using Registry.Identifiers;
using Registry.Names;

namespace Registry.Web.Api.Reconcile;

/// <summary>A property of entities that can be fetched, and compared with what a query says.</summary>
/// <param name="Id">Its id and key of its name in the texts.</param>
/// <param name="Values">Its values: texts, numbers, days, entities (<see cref="EntityValue"/>).</param>
internal sealed record ReconcileProperty(string Id, Func<CompanyCard, IEnumerable<object?>> Values)
{
    /// <summary>Whether its values are entities of the register.</summary>
    public bool HoldsEntities { get; init; }

    /// <summary>Whether a text of a query stands for one of the values; by default the same name, number or day.</summary>
    public Func<CompanyCard, string, bool>? Fits { get; init; }

    /// <summary>Whether the company has one of the wanted values.</summary>
    public bool Agrees(CompanyCard company, IReadOnlyList<string> wanted) => wanted.Any(text =>
        Fits?.Invoke(company, text.Trim()) ?? Values(company).Any(value => IsSame(value, text.Trim())));

    private static bool IsSame(object? value, string text) => value switch
    {
        null => false,
        DateOnly day => IsDay(day, text),
        EntityValue entity => ReconcileProperties.IsNumber(entity.Id, text) || IsName(entity.Name, text),
        double number => double.TryParse(text, CultureInfo.InvariantCulture, out var asked) && Math.Abs(asked - number) < double.Epsilon,
        _ => IsName(value.ToString(), text),
    };

    private static bool IsName(string? name, string text) =>
        string.Equals(name, text, StringComparison.OrdinalIgnoreCase) || (NameKey.Of(text) is { Length: > 0 } key && key == NameKey.Of(name));

    // A year, a month or a whole instant: as much of the day as was given.
    private static bool IsDay(DateOnly day, string text)
    {
        var written = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return text.Length >= 4 && (written.StartsWith(text, StringComparison.Ordinal) || text.StartsWith(written, StringComparison.Ordinal));
    }
}

/// <summary>An entity as the value of a property.</summary>
internal sealed record EntityValue(string Id, string Name);

/// <summary>The properties of entities, all of them public parts of the card.</summary>
internal static class ReconcileProperties
{
    public const string Bin = "bin";
    private static readonly string[] Languages = ["ru", "kk", "en"];

    /// <summary>As <see cref="NameKey"/> folds them.</summary>
    private static readonly HashSet<string> CityWords = new(new[] { "г", "город", "қ", "қаласы", "city" }.Select(NameKey.Of), StringComparer.Ordinal);

    /// <summary>In the order in which they are proposed.</summary>
    public static IReadOnlyList<ReconcileProperty> All { get; } =
    [
        new(Bin, c => [c.Bin]) { Fits = (c, text) => IsNumber(c.Bin, text) },
        new("nameRu", c => [c.NameRu]),
        new("nameKk", c => [c.NameKk]),
        new("nameEn", c => [c.NameEn]),
        new("formerNames", c => c.Names.Where(n => n.To is not null).Select(n => n.Name).Distinct(StringComparer.Ordinal)),
        new("status", c => [c.Status.ToString()]),
        new("statusSince", c => [c.StatusSince]),
        new("kind", c => [c.Kind.ToString()]),
        new("registeredOn", c => [c.RegisteredOn]),
        new("region", c => [c.Region]) { Fits = IsRegion },
        new("regionName", c => [Kato.Region(c.Region, Language)]) { Fits = IsRegion },
        new("address", c => c.Addresses.Where(a => a.To is null).Select(a => a.Ru ?? a.Kk).Distinct(StringComparer.Ordinal)),
        new("oked", c => [c.Oked]) { Fits = IsActivity },
        new("okedName", c => [Oked.Name(c.Oked, Language)]) { Fits = IsActivity },
        new("section", c => [c.Section]),
        new("size", c => [c.Krp]) { Fits = (c, text) => text == c.Krp || Languages.Any(l => Is(Krp.Name(c.Krp, l), text)) },
        new("head", c => c.Heads.Where(h => h.To is null).Select(h => h.Name).Distinct(StringComparer.Ordinal)),
        new("phone", c => [c.Phone]),
        new("email", c => [c.Email]),
        new("website", c => [c.Website]),
        new("owningCompanies", c => c.Owners.Where(o => o.To is null && o.Bin is not null).Select(o => new EntityValue(o.Bin!, o.Name)).Distinct()) { HoldsEntities = true },
        new("taxpayerIntegrity", c => [c.Indices["taxpayerIntegrity"].Value]),
        new("taxpayerIntegrityBand", c => [c.Indices["taxpayerIntegrity"].Band]),
        new("financialStability", c => [c.Indices["financialStability"].Value]),
        new("financialStabilityBand", c => [c.Indices["financialStability"].Band]),
        new("paymentDiscipline", c => [c.Indices["paymentDiscipline"].Value]),
        new("paymentDisciplineBand", c => [c.Indices["paymentDiscipline"].Band]),
        new("ratingClass", c => [c.Rating?.Class]),
        new("certificates", c => c.Certificates.Where(x => x.State == Certification.CertificateState.Active).Select(x => x.Standard).Distinct(StringComparer.Ordinal)),
        new("label", c => [c.Label?.Number]),
        new("labelState", c => [c.Label?.State]),
        new("stops", c => c.Stops.Select(s => s.Id)),
    ];

    /// <summary>Properties whose value is a text to search by where a query has none, best first.</summary>
    public static IReadOnlyList<string> Searchable { get; } = [Bin, "nameRu", "nameKk", "nameEn", "formerNames", "head"];

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The property, or null for an id that none has.</summary>
    public static ReconcileProperty? Find(string id) => All.FirstOrDefault(p => p.Id == id);

    /// <summary>Whether a text is the number of this entity, also with its leading zeros lost.</summary>
    public static bool IsNumber(string bin, string text) => EntityNumber.TryParse(text, out var number) && number == bin;

    private static bool IsRegion(CompanyCard company, string text) =>
        company.Region is { } region
        && (text.StartsWith(region, StringComparison.Ordinal) || Languages.Any(l => Place(Kato.Region(region, l)) == Place(text)));

    /// <summary>A city is called the same with and without the word for it; a province is not, Almaty being both.</summary>
    private static string Place(string? name) =>
        string.Join(' ', NameKey.Of(name).Split(' ').Where(word => !CityWords.Contains(word)));

    private static bool IsActivity(CompanyCard company, string text)
    {
        if (company.Oked is not { } oked)
            return false;
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        return (digits.Length >= 2 && digits.All(char.IsAsciiDigit) && oked.StartsWith(digits, StringComparison.Ordinal))
            || Is(company.Section, text) || Languages.Any(l => Is(Oked.Name(oked, l), text));
    }

    private static bool Is(string? value, string text) => string.Equals(value, text, StringComparison.OrdinalIgnoreCase);
}
