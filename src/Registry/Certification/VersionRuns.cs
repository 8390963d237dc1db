using Registry.Facts;

namespace Registry.Certification;

/// <summary>Since when something is true of a fact, by the versions the register held of it.</summary>
internal static class VersionRuns
{
    /// <summary>
    /// First day of the unbroken run of versions that reaches <paramref name="day"/> and for which <paramref name="holds"/>;
    /// null where it does not hold on the day. Days before the register knew the fact are not claimed.
    /// </summary>
    /// <param name="versions">Versions of one key.</param>
    public static DateOnly? Since<T>(IEnumerable<T> versions, DateOnly day, Func<T, bool> holds)
        where T : Fact
    {
        DateOnly? since = null;
        foreach (var version in versions.Where(v => v.KnownFrom <= day).OrderByDescending(v => v.KnownFrom))
        {
            var reaches = since is null ? version.IsKnownOn(day) : version.KnownTo == since;
            if (!reaches || !holds(version))
                return since;
            since = version.KnownFrom;
        }
        return since;
    }

    /// <summary>Whether the run reaches back to the first version of all.</summary>
    public static bool IsFromTheFirst<T>(IReadOnlyCollection<T> versions, DateOnly? since)
        where T : Fact =>
        versions.Count > 0 && versions.Min(v => v.KnownFrom) == since;
}
