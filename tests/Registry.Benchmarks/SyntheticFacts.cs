using System.Globalization;
using Registry.Companies;
using Registry.Facts;

namespace Registry.Benchmarks;

/// <summary>
/// Entities with the facts that the indices use, in about the density of a real register: all have a registration and tax figures,
/// two in five file statements for two years, one in five has invoices, one in ten enforcement proceedings.
/// </summary>
internal static class SyntheticFacts
{
    private static readonly string[] Divisions = ["01", "10", "25", "41", "43", "46", "47", "49", "56", "62", "68", "70", "71", "85", "96"];
    private static readonly string[] Sizes = ["105", "110", "160", "211", "305"];

    public static EntityFacts Of(int number, DateOnly day)
    {
        var random = new Random(number);
        var bin = string.Create(CultureInfo.InvariantCulture, $"{10 + (number / 100_000 % 15):00}0140{number % 1_000_000:000000}");
        var known = day.AddDays(-30);
        var year = day.Year - 1;
        return new EntityFacts
        {
            Bin = bin,
            Registrations =
            [
                new Registration
                {
                    Bin = bin, Source = "stat-register", KnownFrom = known, RegisteredOn = day.AddDays(-random.Next(200, 5000)), NameRu = "ТОО \"Пример\"",
                    Oked = Divisions[random.Next(Divisions.Length)] + "110", Krp = Sizes[random.Next(Sizes.Length)],
                    Kato = string.Create(CultureInfo.InvariantCulture, $"{10 + random.Next(20)}0000000"),
                },
            ],
            Arrears = [new TaxArrears { Bin = bin, Source = "kgd-arrears", KnownFrom = known, AsOf = day.AddDays(-5), Total = random.Next(3) == 0 ? random.Next(5_000_000) : 0 }],
            Burdens = [new TaxBurden { Bin = bin, Source = "kgd-tax-burden", KnownFrom = known, Year = year, Income = random.Next(1_000_000, 900_000_000), Burden = random.NextDouble() * 8 }],
            TaxesPaid = [.. Enumerable.Range(0, 3).Select(i => new TaxesPaid { Bin = bin, Source = "kgd-taxes-paid", KnownFrom = known, Year = year - i, Amount = random.Next(9_000_000) })],
            Payrolls = [new Payroll { Bin = bin, Source = "payroll", KnownFrom = known, Year = year, Employees = random.Next(1, 40), Amount = random.Next(1_000_000, 90_000_000) }],
            Statements = random.Next(5) < 2 ? [.. Enumerable.Range(0, 2).Select(i => StatementOf(random, bin, year - i, known))] : [],
            Payments = random.Next(5) == 0 ? [.. Enumerable.Range(0, 8).Select(i => PaymentOf(random, bin, i, day, known))] : [],
            Enforcements = random.Next(10) == 0
                ? [new Enforcement { Bin = bin, Source = "enforcement", KnownFrom = known, Number = bin, Amount = random.Next(9_000_000), OpenedOn = day.AddDays(-random.Next(900)) }]
                : [],
        };
    }

    public static Company CompanyOf(EntityFacts facts) => new()
    {
        Bin = facts.Bin,
        NameRu = facts.Registrations[0].NameRu,
        Oked = facts.Registrations[0].Oked,
        Krp = facts.Registrations[0].Krp,
        Kato = facts.Registrations[0].Kato,
        Region = facts.Registrations[0].Kato?[..2],
        Version = 1,
    };

    private static Statement StatementOf(Random random, string bin, int year, DateOnly known)
    {
        var (assets, debt, current) = (random.Next(1_000_000, 900_000_000), random.NextDouble(), random.NextDouble());
        var profit = (decimal)(assets * (random.NextDouble() - 0.3) * 0.4);
        return new Statement
        {
            Bin = bin, Source = "financials", KnownFrom = known, Year = year, FiledOn = new DateOnly(year + 1, 3, 1).AddDays(random.Next(120)),
            TotalAssets = assets, CurrentAssets = (decimal)(assets * current), CurrentLiabilities = (decimal)(assets * debt * 0.8),
            TotalLiabilities = (decimal)(assets * debt), Equity = (decimal)(assets * (1 - debt)), RetainedEarnings = profit,
            Revenue = random.Next(1_000_000, 900_000_000), OperatingProfit = profit, ProfitBeforeTax = profit, NetProfit = profit * 0.8m,
        };
    }

    private static PaymentExperience PaymentOf(Random random, string bin, int number, DateOnly day, DateOnly known)
    {
        var due = day.AddDays(-random.Next(30, 700));
        return new PaymentExperience
        {
            Bin = bin, Source = "payment-experiences", KnownFrom = known,
            SupplierBin = string.Create(CultureInfo.InvariantCulture, $"15014000010{number % 4}"),
            Invoice = number.ToString(CultureInfo.InvariantCulture), Amount = random.Next(1, 900_000), DueOn = due,
            PaidOn = random.Next(8) == 0 ? null : due.AddDays(random.Next(-20, 60)),
        };
    }
}
