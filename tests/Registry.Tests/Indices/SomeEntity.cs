using Registry.Facts;
using Registry.Indices;
using Registry.Sources;

namespace Registry.Tests.Indices;

/// <summary>Invented facts for the tests of the formulas.</summary>
internal static class SomeEntity
{
    public const string Bin = "150140000018";
    public static readonly DateOnly Day = new(2026, 6, 15);

    /// <summary>MCI of 2026, tenge.</summary>
    public const decimal Mci = 4325;

    /// <summary>All sources loaded on the day before, but for the ones named.</summary>
    public static SourceCalendar Loaded(DateOnly day, params string[] except) =>
        new(day, SourceCatalog.All.Where(s => !except.Contains(s.Source)).ToDictionary(s => s.Source, _ => day.AddDays(-1)));

    public static ScoringContext Context(PeerBook? peers = null, SourceCalendar? sources = null, DateOnly? day = null) =>
        new(day ?? Day, Methodology.Current, peers ?? PeerBook.Empty, sources ?? Loaded(day ?? Day));

    public static EntityFacts Old(string? oked = "41201", string? krp = "160", string? kato = "750000000") => new()
    {
        Bin = Bin,
        Registrations = [Registered(new DateOnly(2015, 1, 20), oked, krp, kato)],
    };

    public static Registration Registered(DateOnly on, string? oked = "41201", string? krp = "160", string? kato = "750000000") =>
        new() { Bin = Bin, Source = "stat-register", RegisteredOn = on, Oked = oked, Krp = krp, Kato = kato, KnownFrom = on };

    public static TaxArrears Arrears(decimal mci, string source = "kgd-arrears") =>
        new() { Bin = Bin, Source = source, AsOf = Day.AddDays(-5), Total = mci * Mci };

    public static ListEntry Listed(string list, DateOnly? since = null) =>
        new() { Bin = Bin, Source = list, Entry = "", Since = since ?? Day.AddDays(-100) };

    public static StatusChange Status(Registry.Companies.CompanyStatus status) =>
        new() { Bin = Bin, Source = "company-status", Since = Day.AddDays(-50), Status = status };

    /// <summary>An invoice of 1000 ₸ due 100 days before the day.</summary>
    public static PaymentExperience Invoice(int number, int? paidAfterDue, decimal amount = 1000) => new()
    {
        Bin = Bin,
        Source = "payment-experiences",
        SupplierBin = $"15014000010{number % 4}",
        Invoice = $"{number}",
        Amount = amount,
        DueOn = Day.AddDays(-100),
        PaidOn = paidAfterDue is { } days ? Day.AddDays(-100 + days) : null,
    };

    /// <summary>The worked vector of the methodology.</summary>
    public static Statement Vector(int year = 2025) => new()
    {
        Bin = Bin,
        Source = "financials",
        Year = year,
        FiledOn = new DateOnly(year + 1, 3, 20),
        CurrentAssets = 500,
        CurrentLiabilities = 300,
        TotalAssets = 1000,
        TotalLiabilities = 600,
        RetainedEarnings = 150,
        OperatingProfit = 120,
        ProfitBeforeTax = 90,
        NetProfit = 72,
        Revenue = 1400,
        Equity = 400,
    };

    /// <summary>A table of 100 peers in the widest group of the activity, with the values 1…100 times a step.</summary>
    public static PeerTable Peers(string quantity, string group = "F", double step = 1, int size = 100)
    {
        var values = Enumerable.Range(1, size).Select(i => i * step).ToList();
        return new PeerTable
        {
            AsOf = Day,
            Quantity = quantity,
            Group = group,
            Size = size,
            Median = PeerPercentile.At(0.5, values),
            Percentiles = [.. Enumerable.Range(1, 99).Select(p => PeerPercentile.At(p / 100.0, values))],
        };
    }

    public static Factor Factor(EntityFacts known, string id, ScoringContext? context = null) =>
        IndexCalculator.Compute(known, context ?? Context()).SelectMany(r => r.Factors).Single(f => f.Id == id);

    public static IndexResult Index(IndexId id, EntityFacts known, ScoringContext? context = null) =>
        IndexCalculator.Compute(known, context ?? Context())[(int)id];
}
