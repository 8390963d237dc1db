using Registry.Facts;

namespace Registry.Indices.Evidence;

/// <summary>
/// What a back-test may know on its day. Facts count when the register had learned them by then; a statement counts from the day it was
/// filed, also when the register was given it later: the document is its own proof. Nothing else learned later counts, for it may tell
/// how the story ended.
/// </summary>
internal static class FiledInTime
{
    /// <summary>The entity as it could be judged on <paramref name="day"/>.</summary>
    /// <param name="entity">All versions of its facts.</param>
    /// <param name="today">Day on which the statements are read as known.</param>
    public static EntityFacts On(EntityFacts entity, DateOnly day, DateOnly today, Methodology methodology)
    {
        var known = entity.KnownOn(day);
        if (day >= today)
            return known;
        List<Statement>? statements = null;
        foreach (var statement in entity.Statements)
        {
            if (statement.IsKnownOn(today) && Filed(statement, methodology) <= day && !Has(known, statement.Year))
                (statements ??= [.. known.Statements]).Add(statement);
        }
        return statements is null ? known : known with { Statements = statements };
    }

    private static DateOnly Filed(Statement statement, Methodology methodology) =>
        statement.FiledOn ?? YearFacts.End(statement.Year).AddDays(methodology.Indices[IndexId.FinancialStability].FilingDays);

    private static bool Has(EntityFacts known, int year)
    {
        foreach (var statement in known.Statements)
        {
            if (statement.Year == year)
                return true;
        }
        return false;
    }
}
