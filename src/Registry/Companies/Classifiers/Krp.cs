namespace Registry.Companies.Classifiers;

/// <summary>KRP, the size of an enterprise by its number of people.</summary>
public static class Krp
{
    private static readonly Classifier Codes = new("krp.tsv");

    /// <summary>The codes, smallest first.</summary>
    public static IEnumerable<string> Sizes => Codes.Codes;

    /// <summary>Size in words in <c>ru</c>, <c>kk</c> or <c>en</c>; null if the code is unknown.</summary>
    public static string? Name(string? code, string language) => code is null ? null : Codes.Name(code, language);
}
