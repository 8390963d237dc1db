using Registry.Companies;
using Registry.Facts;
using Registry.Indices;
using Registry.Sources;

namespace Registry.Tests.Indices;

/// <summary>An entity drawn from a seed, with everything that may be missing, odd or bad, and the circumstances it is scored in.</summary>
internal sealed record RandomEntity(EntityFacts Known, ScoringContext Context)
{
    private const string Bin = SomeEntity.Bin;
    private static readonly string[] Lists =
        ["kgd-pseudo", "kgd-invalid-registration", "kgd-bankrupt", "kgd-inactive", "kgd-wrong-address", "kgd-violation", "goszakup-rnu", "samruk-unreliable"];

    public static RandomEntity From(int seed)
    {
        var random = new Random(seed);
        var day = new DateOnly(2024, 1, 1).AddDays(random.Next(1000));
        return new RandomEntity(Facts(random, day), new ScoringContext(day, Methodology.Current, Peers(random), Calendar(random, day)));
    }

    public IReadOnlyList<IndexResult> Compute() => IndexCalculator.Compute(Known, Context);

    private static EntityFacts Facts(Random random, DateOnly day) => new()
    {
        Bin = Bin,
        Registrations = Some(random, 1, _ => SomeEntity.Registered(day.AddDays(-random.Next(4000)), Maybe(random, "41201"), Maybe(random, "160"), Maybe(random, "750000000"))),
        Statuses = Some(random, 2, _ => new StatusChange { Bin = Bin, Source = "company-status", Since = day.AddDays(-random.Next(900)), Status = (CompanyStatus)random.Next(8) }, 0.8),
        Lists = Some(random, 2, _ => SomeEntity.Listed(Lists[random.Next(Lists.Length)], day.AddDays(-random.Next(900))), 0.8),
        Arrears = Some(random, 2, _ => new TaxArrears { Bin = Bin, Source = random.Next(2) == 0 ? "kgd-arrears" : "kgd-arrears-150", AsOf = day.AddDays(-random.Next(90)), Total = Amount(random) }),
        Burdens = Some(random, 3, i => new TaxBurden { Bin = Bin, Source = "kgd-tax-burden", Year = day.Year - 1 - i, Income = random.Next(3) == 0 ? null : Amount(random), Burden = random.Next(3) == 0 ? null : random.NextDouble() * 120 }),
        TaxesPaid = Some(random, 4, i => new TaxesPaid { Bin = Bin, Source = "kgd-taxes-paid", Year = day.Year - 1 - i, Amount = Amount(random) }),
        Vat = Some(random, 1, _ => new VatRegistration { Bin = Bin, Source = "kgd-vat", RegisteredOn = day.AddDays(-random.Next(3000)), DeregisteredOn = random.Next(2) == 0 ? null : day.AddDays(-random.Next(2000)), ByAuthority = random.Next(2) == 0 }),
        Delivered = Some(random, 2, i => new DeliveredIndex { Bin = Bin, Source = "kgd-preliminary", Index = "filing", AsOf = day.AddDays(-30 * i), Value = random.Next(101) }),
        Payrolls = Some(random, 2, i => new Payroll { Bin = Bin, Source = "payroll", Year = day.Year - 1 - i, Employees = random.Next(20), Amount = Amount(random) }),
        Statements = Some(random, 3, i => Statement(random, day.Year - 1 - i)),
        Payments = Some(random, 12, i => SomeEntity.Invoice(i, random.Next(4) == 0 ? null : random.Next(-40, 90), random.Next(1, 100_000)) with { DueOn = day.AddDays(-random.Next(900)) }),
        Enforcements = Some(random, 3, i => new Enforcement { Bin = Bin, Source = "enforcement", Number = $"{i}", Amount = Amount(random), OpenedOn = day.AddDays(-random.Next(700)), ClosedOn = random.Next(2) == 0 ? null : day.AddDays(-random.Next(300)) }),
        CourtCases = Some(random, 3, i => new CourtCase { Bin = Bin, Source = "court-cases", Number = $"{i}", FiledOn = day.AddDays(-900), DecidedOn = day.AddDays(-random.Next(900)), Amount = Amount(random), Outcome = (CourtOutcome)random.Next(6) }),
        Contracts = Some(random, 6, i => new Contract { Bin = Bin, Source = "goszakup-contracts", Number = $"{i}", SignedOn = day.AddDays(-random.Next(900, 1200)), PlannedOn = day.AddDays(-random.Next(1200)), PerformedOn = random.Next(4) == 0 ? null : day.AddDays(-random.Next(1200)), TerminatedForFault = random.Next(9) == 0, UnderReview = random.Next(9) == 0 }),
    };

    private static Statement Statement(Random random, int year)
    {
        decimal? Line(int from = 0) => random.Next(12) == 0 ? null : random.Next(15) == 0 ? 0 : random.Next(from, 2000);
        return new Statement
        {
            Bin = Bin, Source = "financials", Year = year, FiledOn = random.Next(4) == 0 ? null : new DateOnly(year + 1, 1, 1).AddDays(random.Next(400)),
            CurrentAssets = Line(), TotalAssets = Line(), CurrentLiabilities = Line(), TotalLiabilities = Line(), RetainedEarnings = Line(-900),
            Equity = Line(-900), Revenue = Line(), OperatingProfit = Line(-900), ProfitBeforeTax = Line(-900), NetProfit = Line(-900),
        };
    }

    private static PeerBook Peers(Random random) => new(
        Quantities.OfFacts.Where(_ => random.Next(4) > 0).SelectMany(q => new[] { "F", "41", "*" }.Select(g =>
            SomeEntity.Peers(q, g, q == Quantities.PayPerEmployee ? 100_000 : 0.01 + random.NextDouble(), random.Next(15, 200)))));

    private static SourceCalendar Calendar(Random random, DateOnly day) =>
        new(day, SourceCatalog.All.Where(_ => random.Next(6) > 0).ToDictionary(s => s.Source, s => day.AddDays(-random.Next(s.FreshDays + (s.FreshDays / 10)))));

    private static decimal Amount(Random random) => random.Next(4) == 0 ? 0 : Math.Round((decimal)Math.Pow(10, 3 + (random.NextDouble() * 6)), 2);

    private static string? Maybe(Random random, string value) => random.Next(4) == 0 ? null : value;

    private static IReadOnlyList<T> Some<T>(Random random, int most, Func<int, T> of, double none = 0.3) =>
        random.NextDouble() < none ? [] : [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(of)];
}
