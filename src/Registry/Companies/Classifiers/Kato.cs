namespace Registry.Companies.Classifiers;

/// <summary>The twenty regions of KATO, the classifier of administrative units: its first two digits, as they stand since 2022.</summary>
public static class Kato
{
    private const int RegionDigits = 2;
    private static readonly Classifier Codes = new("kato.tsv");

    /// <summary>Codes of the regions.</summary>
    public static IEnumerable<string> Regions => Codes.Codes;

    /// <summary>Region's name in <c>ru</c>, <c>kk</c> or <c>en</c> by its code or any longer KATO code; null if unknown.</summary>
    public static string? Region(string? code, string language) =>
        code is { Length: >= RegionDigits } ? Codes.Name(code[..RegionDigits], language) : null;
}
