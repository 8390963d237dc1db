namespace Registry.Indices;

/// <summary>
/// Peer groups by activity, place and size (methodology §1): <c>division/region/size</c>, <c>division/size</c>, <c>division</c>,
/// section letter.
/// </summary>
public static class PeerGroups
{
    /// <summary>Everybody: the only group of an entity whose activity no register knows.</summary>
    public const string Everybody = "*";

    private static readonly string[] OnlyEverybody = [Everybody];

    /// <summary>Groups to ask in turn, the narrowest first.</summary>
    public static IReadOnlyList<string> Of(string? oked, string? region, string? krp)
    {
        if (OkedSections.Division(oked) is not { } division || OkedSections.Section(oked) is not { } section)
            return OnlyEverybody;
        if (krp is null)
            return [division, section];
        return region is null ? [$"{division}/{krp}", division, section] : [$"{division}/{region}/{krp}", $"{division}/{krp}", division, section];
    }
}
