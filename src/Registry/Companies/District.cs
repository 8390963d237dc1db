namespace Registry.Companies;

/// <summary>Cuts an address down to what may be published of a sole proprietor: region, town and district.</summary>
public static class District
{
    private static readonly string[] Marks =
    [
        "область", "обл.", "облысы", "город", "г.", "қаласы", "қ.", "район", "р-н", "ауданы", "республика", "казахстан", "қазақстан",
    ];

    /// <summary>The parts of the address that name a region, town or district; null when there is none.</summary>
    public static string? Of(string? address)
    {
        if (address is null)
            return null;
        var kept = address.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(IsPlace).ToList();
        return kept.Count == 0 ? null : string.Join(", ", kept);
    }

    private static bool IsPlace(string part) =>
        Array.Exists(Marks, mark => part.Contains(mark, StringComparison.OrdinalIgnoreCase)) && !part.Any(char.IsDigit);
}
