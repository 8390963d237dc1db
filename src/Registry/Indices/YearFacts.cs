using Registry.Facts;

namespace Registry.Indices;

/// <summary>Finds the years that count on a day: ended by then, and not longer ago than the methodology allows.</summary>
internal static class YearFacts
{
    public static DateOnly End(int year) => new(year, 12, 31);

    public static bool Counts(int year, DateOnly day, Methodology methodology)
    {
        var end = End(year);
        return end < day && end.AddMonths(methodology.MinimumEvidence.YearMonths) >= day;
    }

    /// <summary>Newest statement whose year counts, or null.</summary>
    public static Statement? Statement(EntityFacts known, DateOnly day, Methodology methodology)
    {
        Statement? newest = null;
        foreach (var statement in known.Statements)
        {
            if (Counts(statement.Year, day, methodology) && (newest is null || statement.Year > newest.Year))
                newest = statement;
        }
        return newest;
    }

    /// <summary>Statement of one year, or null.</summary>
    public static Statement? Statement(EntityFacts known, int year)
    {
        foreach (var statement in known.Statements)
        {
            if (statement.Year == year)
                return statement;
        }
        return null;
    }

    /// <summary>Newest tax burden in percent whose year counts.</summary>
    public static (double Percent, int Year)? Burden(EntityFacts known, DateOnly day, Methodology methodology)
    {
        (double Percent, int Year)? newest = null;
        foreach (var burden in known.Burdens)
        {
            if (!Counts(burden.Year, day, methodology) || newest?.Year > burden.Year)
                continue;
            var percent = burden.Burden ?? (burden is { Income: > 0, TaxesComputed: { } taxes } ? 100 * (double)taxes / (double)burden.Income.Value : null);
            if (percent is { } value)
                newest = (value, burden.Year);
        }
        return newest;
    }

    /// <summary>Newest annual income in tenge whose year counts: by the tax authority, else by the statements.</summary>
    public static (double Income, int Year)? Income(EntityFacts known, DateOnly day, Methodology methodology)
    {
        (double Income, int Year)? newest = null;
        foreach (var burden in known.Burdens)
        {
            if (burden.Income is { } income && Counts(burden.Year, day, methodology) && (newest is null || newest.Value.Year < burden.Year))
                newest = ((double)income, burden.Year);
        }
        foreach (var statement in known.Statements)
        {
            if (statement.Revenue is { } revenue && Counts(statement.Year, day, methodology) && (newest is null || newest.Value.Year < statement.Year))
                newest = ((double)revenue, statement.Year);
        }
        return newest;
    }

    /// <summary>Newest payroll whose year counts, or null.</summary>
    public static Payroll? Payroll(EntityFacts known, DateOnly day, Methodology methodology)
    {
        Payroll? newest = null;
        foreach (var payroll in known.Payrolls)
        {
            if (Counts(payroll.Year, day, methodology) && (newest is null || payroll.Year > newest.Year))
                newest = payroll;
        }
        return newest;
    }

    /// <summary>Average pay per employee in tenge, or null under the least number of employees.</summary>
    public static double? PayPerEmployee(Payroll? payroll, Methodology methodology) =>
        payroll is not null && payroll.Employees >= methodology.MinimumEvidence.Employees
            ? (double)payroll.Amount / payroll.Employees
            : null;
}
