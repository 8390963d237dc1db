namespace Registry.Companies.Classifiers;

/// <summary>
/// OKED, the classifier of economic activities (Bureau of National Statistics): 21 sections A-U, then codes of 2 to 5 digits.
/// English names stand for sections and divisions.
/// </summary>
public static class Oked
{
    private const int DivisionDigits = 2;
    private static readonly Classifier Codes = new("oked.tsv");

    /// <summary>
    /// Name of a code in <c>ru</c>, <c>kk</c> or <c>en</c>. A code or language that has none takes the name of the nearest wider
    /// code that has one; null if there is none down to the division.
    /// </summary>
    public static string? Name(string? code, string language)
    {
        if (string.IsNullOrEmpty(code))
            return null;
        var digits = code.Replace(".", "", StringComparison.Ordinal);
        for (var length = digits.Length; length >= Math.Min(DivisionDigits, digits.Length); length--)
        {
            if (Codes.Name(digits[..length], language) is { } name)
                return name;
        }
        return null;
    }

    /// <summary>The code with its dot after the division, as people write it: <c>41.20.1</c>.</summary>
    public static string Written(string code) => code.Length switch
    {
        <= DivisionDigits => code,
        <= 4 => $"{code[..DivisionDigits]}.{code[DivisionDigits..]}",
        _ => $"{code[..DivisionDigits]}.{code[DivisionDigits..4]}.{code[4..]}",
    };
}
