namespace Registry.Indices;

/// <summary>Sections of OKED (as of ISIC Rev. 4 and NACE Rev. 2) by their two-digit divisions.</summary>
public static class OkedSections
{
    private static readonly (int To, string Section)[] LastDivisions =
    [
        (3, "A"), (9, "B"), (33, "C"), (35, "D"), (39, "E"), (43, "F"), (47, "G"), (53, "H"), (56, "I"), (63, "J"), (66, "K"),
        (68, "L"), (75, "M"), (82, "N"), (84, "O"), (85, "P"), (88, "Q"), (93, "R"), (96, "S"), (98, "T"), (99, "U"),
    ];

    /// <summary>Division of a code: its first two digits; null where it has none.</summary>
    public static string? Division(string? oked) =>
        oked is { Length: >= 2 } && char.IsAsciiDigit(oked[0]) && char.IsAsciiDigit(oked[1]) ? oked[..2] : null;

    /// <summary>Section letter of a code, or null.</summary>
    public static string? Section(string? oked)
    {
        if (Division(oked) is not { } division)
            return null;
        var number = ((division[0] - '0') * 10) + division[1] - '0';
        if (number == 0)
            return null;
        foreach (var (to, section) in LastDivisions)
        {
            if (number <= to)
                return section;
        }
        return null;
    }
}
