using System.Globalization;
using Registry.Facts;
using Registry.Indices;
using Registry.Names;

namespace Registry.Companies;

/// <summary>
/// Finds the facts about one entity for which two sources give different values. Both are kept and told, with the rule that
/// chose the one in use.
/// </summary>
internal static class Disagreements
{
    /// <summary>The head named on the newer day is used.</summary>
    public const string NewestHead = "newestHead";

    /// <summary>The status with the later beginning is used.</summary>
    public const string LatestStatus = "latestStatus";

    /// <summary>The tax authority's income of a year comes before the revenue of the statements.</summary>
    public const string RevenueCommitteeFirst = "revenueCommitteeFirst";

    /// <summary>The newer debt is used, of two of one day that of the complete source.</summary>
    public const string NewestThenComplete = "newestThenComplete";

    private const string DayFormat = "yyyy-MM-dd";
    private const string CompleteArrears = "kgd-arrears";

    /// <summary>Incomes that differ by less than this share differ by rounding.</summary>
    private const double IncomeSlack = 0.01;

    private sealed record Field(string Id, Func<Registration, string?> Value, Func<string, string> Key, bool Personal = false);

    private static readonly Field[] Fields =
    [
        new("nameRu", r => r.NameRu, NameKey.Of),
        new("nameKk", r => r.NameKk, NameKey.Of),
        new("registeredOn", r => r.RegisteredOn?.ToString(DayFormat, CultureInfo.InvariantCulture), v => v),
        new("oked", r => r.Oked, v => v),
        new("address", r => r.AddressRu, Letters, Personal: true),
    ];

    /// <summary>All disagreements about an entity.</summary>
    /// <param name="known">Facts already filtered by <see cref="EntityFacts.KnownOn"/>.</param>
    /// <param name="isPerson">Leaves out what is personal data of a sole proprietor.</param>
    public static IReadOnlyList<Disagreement> Among(EntityFacts known, DateOnly day, bool isPerson)
    {
        var ordered = EntityProfile.Ordered(known.Registrations);
        return
        [
            .. Fields.Where(field => !(isPerson && field.Personal)).Select(field => OfField(field, ordered)).OfType<Disagreement>(),
            .. new[] { Heads(known, ordered, day), Statuses(known, ordered, day), Income(known, day), Arrears(known, day) }.OfType<Disagreement>(),
        ];
    }

    private static Disagreement? OfField(Field field, IReadOnlyList<Registration> ordered)
    {
        var said = ordered.Where(r => field.Value(r) is not null)
            .Select(r => (Text: field.Value(r)!, r.Source, r.KnownFrom)).ToList();
        return said.Select(s => field.Key(s.Text)).Distinct(StringComparer.Ordinal).Count() < 2
            ? null
            : new Disagreement(field.Id, [.. said.Select((s, i) => new SourceValue(s.Text, s.Source, s.KnownFrom, i == 0))], EntityProfile.Rule);
    }

    /// <summary>Heads of the registrations and those of the owners' source that hold on the day.</summary>
    private static Disagreement? Heads(EntityFacts known, IReadOnlyList<Registration> ordered, DateOnly day)
    {
        var stated = known.Owners
            .Where(o => o is { Kind: OwnerKind.Head, PersonName: not null } && o.From <= day && (o.To is null || o.To > day))
            .Select(o => (Text: o.PersonName!, o.Source, o.KnownFrom, From: o.From));
        var said = ordered.Where(r => r.Head is not null).Select(r => (Text: r.Head!, r.Source, r.KnownFrom, From: DateOnly.MinValue)).Concat(stated)
            .OrderByDescending(s => s.KnownFrom).ThenByDescending(s => s.From).ToList();
        if (said.Select(s => s.Source).Distinct(StringComparer.Ordinal).Count() < 2
            || said.Select(s => Letters(s.Text)).Distinct(StringComparer.Ordinal).Count() < 2)
            return null;
        return new Disagreement("head", [.. said.Select((s, i) => new SourceValue(s.Text, s.Source, s.KnownFrom, i == 0))], NewestHead);
    }

    /// <summary>A registration learned after the latest change of status that says otherwise; an older one was merely overtaken.</summary>
    private static Disagreement? Statuses(EntityFacts known, IReadOnlyList<Registration> ordered, DateOnly day)
    {
        if (known.Statuses.Where(s => s.Since <= day).MaxBy(s => s.Since) is not { } latest)
            return null;
        var others = ordered.Where(r => r.Status is { } status && r.KnownFrom > latest.Since && !SameStatus(status, latest.Status)).ToList();
        if (others.Count == 0)
            return null;
        return new Disagreement(
            "status",
            [
                new SourceValue(latest.Status.ToString(), latest.Source, latest.KnownFrom, true),
                .. others.Select(r => new SourceValue(r.Status.ToString()!, r.Source, r.KnownFrom, false)),
            ],
            LatestStatus);
    }

    /// <summary>"Registered" says that an entity stands in the register and nothing against its being active.</summary>
    private static bool SameStatus(CompanyStatus one, CompanyStatus other) => one == other || (Stands(one) && Stands(other));

    private static bool Stands(CompanyStatus status) => status is CompanyStatus.Registered or CompanyStatus.Active;

    /// <summary>Income of the newest year that both the tax authority and the statements speak of.</summary>
    private static Disagreement? Income(EntityFacts known, DateOnly day)
    {
        var year = known.Burdens.Where(b => b.Income is not null && b.Year < day.Year).Select(b => b.Year)
            .Intersect(known.Statements.Where(s => s.Revenue is not null).Select(s => s.Year)).DefaultIfEmpty().Max();
        if (known.Burdens.FirstOrDefault(b => b.Year == year) is not { Income: { } income } burden
            || known.Statements.FirstOrDefault(s => s.Year == year) is not { Revenue: { } revenue } statement
            || Math.Abs((double)(income - revenue)) <= IncomeSlack * (double)Math.Max(Math.Abs(income), Math.Abs(revenue)))
            return null;
        return new Disagreement(
            "income",
            [
                new SourceValue(Amount(income), burden.Source, burden.KnownFrom, true),
                new SourceValue(Amount(revenue), statement.Source, statement.KnownFrom, false),
            ],
            RevenueCommitteeFirst);
    }

    /// <summary>Two sources of tax debt that speak of the same day.</summary>
    private static Disagreement? Arrears(EntityFacts known, DateOnly day)
    {
        var newest = known.Arrears.Where(a => a.AsOf <= day).GroupBy(a => a.AsOf).MaxBy(g => g.Key);
        if (newest is null || newest.Select(a => a.Total).Distinct().Count() < 2)
            return null;
        var said = newest.OrderBy(a => string.Equals(a.Source, CompleteArrears, StringComparison.Ordinal) ? 0 : 1).ToList();
        return new Disagreement(
            "arrears", [.. said.Select((a, i) => new SourceValue(Amount(a.Total), a.Source, a.AsOf, i == 0))], NewestThenComplete);
    }

    private static string Amount(decimal tenge) => tenge.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Letters(string value) =>
        string.Concat(value.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
