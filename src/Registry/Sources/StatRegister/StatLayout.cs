using Registry.Sources.Tables;

namespace Registry.Sources.StatRegister;

/// <summary>Which column holds what, by position: the files' headers differ from year to year and are not read.</summary>
internal static class StatLayout
{
    private const int KatoOfOldest = 11;
    private const int KatoLength = 9;

    /// <summary>Since 2023: sector (KSE) and ownership (KFS) stand between size and place.</summary>
    public static readonly string[] Newest =
    [
        "bin", "nameKk", "nameRu", "registeredOn", "oked", "activityKk", "activityRu", "secondaryOkeds", "krp", "krpKk", "krpRu",
        "kse", "kseKk", "kseRu", "kfs", "kfsKk", "kfsRu", "kato", "settlementKk", "settlementRu", "address", "head",
    ];

    /// <summary>Before 2023.</summary>
    public static readonly string[] Oldest =
    [
        "bin", "nameKk", "nameRu", "registeredOn", "oked", "activityKk", "activityRu", "secondaryOkeds", "krp", "krpKk", "krpRu",
        "kato", "settlementKk", "settlementRu", "address", "head",
    ];

    /// <summary>Layout of the present row: the twelfth column is a place of nine digits or a sector of four.</summary>
    /// <param name="before">Layout of the row before, kept where the row does not say.</param>
    public static string[] Of(TableReader table, string[] before)
    {
        if (table.Width > Oldest.Length)
            return Newest;
        var cell = CellText.WithoutZeroFraction(table.Cell(KatoOfOldest).Trim());
        if (cell.IsEmpty)
            return before;
        return cell.Length == KatoLength && !cell.ContainsAnyExceptInRange('0', '9') ? Oldest : Newest;
    }
}
