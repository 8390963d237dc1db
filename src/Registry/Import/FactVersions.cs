using Registry.Facts;

namespace Registry.Import;

/// <summary>What a fact did to the register.</summary>
public enum FactEffect
{
    Unchanged,
    Added,
    Changed,
}

/// <summary>The rows to write so that the register holds a fact from a day on.</summary>
internal sealed record VersionChange<T>(FactEffect Effect, IReadOnlyList<T> Upserts, IReadOnlyList<T> Deletes)
    where T : Fact
{
    public static readonly VersionChange<T> None = new(FactEffect.Unchanged, [], []);
}

/// <summary>
/// Keeps the versions of one key: what the register knew on each day. Learning the same again changes nothing;
/// learning it on an earlier day than before reaches back; a different value closes the version that stood.
/// </summary>
internal static class FactVersions
{
    /// <summary>Puts <paramref name="learned"/> on <paramref name="day"/> among the versions of its key.</summary>
    /// <param name="versions">All versions of the key, in any order, none overlapping.</param>
    public static VersionChange<T> Learn<T>(IReadOnlyCollection<T> versions, T learned, DateOnly day)
        where T : Fact
    {
        var standing = versions.FirstOrDefault(v => v.IsKnownOn(day));
        if (standing is not null)
            return Replace(standing, learned, day);
        var next = versions.Where(v => v.KnownFrom > day).MinBy(v => v.KnownFrom);
        if (next is not null && SameContent(next, learned))
            return new(FactEffect.Changed, [At(next, day, next.KnownTo)], [next]);
        var effect = versions.Count == 0 ? FactEffect.Added : FactEffect.Changed;
        return new(effect, [At(learned, day, next?.KnownFrom)], []);
    }

    private static VersionChange<T> Replace<T>(T standing, T learned, DateOnly day)
        where T : Fact
    {
        if (SameContent(standing, learned))
            return VersionChange<T>.None;
        var version = At(learned, day, standing.KnownTo);
        return standing.KnownFrom == day
            ? new(FactEffect.Changed, [version], [])
            : new(FactEffect.Changed, [At(standing, standing.KnownFrom, day), version], []);
    }

    /// <summary>Whether two versions say the same, whenever they were learned.</summary>
    public static bool SameContent<T>(T left, T right)
        where T : Fact =>
        At(left, default, null).Equals(At(right, default, null));

    private static T At<T>(T fact, DateOnly from, DateOnly? to)
        where T : Fact =>
        fact with { KnownFrom = from, KnownTo = to };
}
