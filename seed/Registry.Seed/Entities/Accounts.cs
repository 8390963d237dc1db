namespace Registry.Seed.Entities;

/// <summary>Annual accounts in tenge, to the thousand. Assets equal liabilities and equity; every subtotal adds up.</summary>
internal sealed record Accounts
{
    public required int Year { get; init; }
    public required DateOnly FiledOn { get; init; }
    public required long CurrentAssets { get; init; }
    public required long Cash { get; init; }
    public required long Receivables { get; init; }
    public required long Inventory { get; init; }
    public required long FixedAssets { get; init; }
    public required long TotalAssets { get; init; }
    public required long CurrentLiabilities { get; init; }
    public required long TotalLiabilities { get; init; }
    public required long RetainedEarnings { get; init; }
    public required long Revenue { get; init; }
    public required long CostOfSales { get; init; }
    public required long SellingAdmin { get; init; }
    public required long Depreciation { get; init; }
    public required long Interest { get; init; }
    public required long OperatingCashFlow { get; init; }

    public long LongTermLiabilities => TotalLiabilities - CurrentLiabilities;

    public long Equity => TotalAssets - TotalLiabilities;

    public long GrossProfit => Revenue - CostOfSales;

    public long OperatingProfit => GrossProfit - SellingAdmin;

    public long ProfitBeforeTax => OperatingProfit - Interest;

    /// <summary>After corporate income tax of 20 %.</summary>
    public long NetProfit => ProfitBeforeTax - (ProfitBeforeTax > 0 ? Thousands(ProfitBeforeTax * 0.2) : 0);

    /// <summary>Accounts of a year, or null where the entity did not trade or did not file.</summary>
    public static Accounts? Of(World world, Entity entity, int year)
    {
        var revenue = Economy.Revenue(world, entity, year);
        var dice = Economy.YearDice(world, entity, year, Aspect.Payments);
        if (revenue < 1e6 || DayOfFiling(world, entity, year, ref dice) is not { } filed)
            return null;
        var health = Math.Clamp(entity.Health.FinanceIn(world.Today.Year - 1 - year) + (dice.Bell() * 0.03), 0, 1);
        var fixedDice = world.Dice(entity.Index, Aspect.Finance);
        fixedDice.Next();
        return Balance(entity, revenue, health, ref fixedDice) with { Year = year, FiledOn = filed };
    }

    private static DateOnly? DayOfFiling(World world, Entity entity, int year, ref Dice dice)
    {
        var health = entity.Health.TaxIn(world.Today.Year - 1 - year);
        if (entity.Story is null && dice.Chance(health < Health.Failing ? 0.35 : 0.04))
            return null;
        var late = dice.Chance(0.6 - (0.7 * health)) ? dice.Below(170) : -dice.Below(55);
        return new DateOnly(year + 1, 4, 28).AddDays(late);
    }

    private static Accounts Balance(Entity entity, double revenue, double health, ref Dice dice)
    {
        var activity = entity.Activity;
        var total = Thousands(revenue / (activity.Turnover * dice.Between(0.7, 1.4)));
        var current = Thousands(total * Math.Clamp(activity.CurrentShare + (dice.Bell() * 0.06), 0.1, 0.97));
        var liabilities = Thousands(total * Math.Clamp(1.22 - health + (dice.Bell() * 0.07), 0.06, 1.9));
        var equity = total - liabilities;
        var capital = Thousands(Math.Max(100_000, total * dice.Between(0.01, 0.08)));
        var margin = activity.Margin * Economy.Blend(-1.7, 2.0, health) * dice.Between(0.8, 1.2);
        var gross = Economy.Blend(0.12, 0.3, dice.Unit()) + Math.Max(margin, 0);
        var cost = Thousands(revenue * (1 - gross));
        var rounded = Thousands(revenue);
        var fixedAssets = Thousands((total - current) * dice.Between(0.75, 1));
        var cash = Thousands(current * Economy.Blend(0.01, 0.28, health));
        var receivables = Thousands((current - cash) * dice.Between(0.3, 0.65));
        return new Accounts
        {
            Year = 0,
            FiledOn = default,
            TotalAssets = total,
            CurrentAssets = current,
            Cash = cash,
            Receivables = receivables,
            Inventory = Thousands((current - cash - receivables) * dice.Between(0.7, 1)),
            FixedAssets = fixedAssets,
            TotalLiabilities = liabilities,
            CurrentLiabilities = Thousands(liabilities * dice.Between(0.55, 0.92)),
            RetainedEarnings = equity - capital,
            Revenue = rounded,
            CostOfSales = cost,
            SellingAdmin = Thousands(revenue * (gross - margin)),
            Depreciation = Thousands(fixedAssets * 0.09),
            Interest = Thousands(liabilities * dice.Between(0.01, 0.05)),
            OperatingCashFlow = Thousands(revenue * ((margin * 0.8) + (dice.Bell() * 0.015))),
        };
    }

    private static long Thousands(double tenge) => (long)Math.Floor(tenge / 1000) * 1000;
}
