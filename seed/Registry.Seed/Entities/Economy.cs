namespace Registry.Seed.Entities;

/// <summary>Size of an entity's business in a year; statements, taxes, payroll and invoices all start from it.</summary>
internal static class Economy
{
    private const double Million = 1e6;

    /// <summary>Income of the year in tenge; 0 before the registration and after the end.</summary>
    public static double Revenue(World world, Entity entity, int year)
    {
        var days = TradingShare(world, entity, year);
        if (days <= 0)
            return 0;
        var dice = world.Dice(entity.Index, Aspect.Finance);
        var scale = Math.Max(entity.Employees, 0.7) * entity.Activity.Output * Million * dice.LogBetween(0.6, 1.7);
        var growth = 0.93 + (0.2 * entity.Health.FinanceIn(1)) + (entity.Health.Trend * 0.8);
        var wobble = 1 + (YearDice(world, entity, year, Aspect.Finance).Bell() * 0.06);
        return scale * Math.Pow(growth, year - (world.Today.Year - 2)) * wobble * days;
    }

    public static int Employees(World world, Entity entity, int year)
    {
        if (year < entity.RegisteredOn.Year)
            return 0;
        var growth = 0.97 + (0.06 * entity.Health.FinanceIn(1));
        return Math.Max(entity.Employees > 0 ? 1 : 0, (int)Math.Round(entity.Employees * Math.Pow(growth, year - (world.Today.Year - 1))));
    }

    /// <summary>Pay of all employees in the year, tenge.</summary>
    public static long Payroll(World world, Entity entity, int year)
    {
        var dice = world.Dice(entity.Index, Aspect.Payroll);
        var level = Blend(0.5, 1.2, entity.Health.TaxIn(world.Today.Year - 1 - year)) * (1 + (dice.Bell() * 0.12));
        var perMonth = entity.Activity.Pay * 1000 * level * Math.Pow(1.09, year - (world.Today.Year - 1));
        return (long)(perMonth * 12 * Employees(world, entity, year) * TradingShare(world, entity, year));
    }

    /// <summary>Tax burden of the year in percent of income.</summary>
    public static double Burden(World world, Entity entity, int year)
    {
        var level = Blend(0.2, 1.3, entity.Health.TaxIn(world.Today.Year - 1 - year));
        return Math.Max(0.02, entity.Activity.Burden * level * (1 + (YearDice(world, entity, year, Aspect.Tax).Bell() * 0.08)));
    }

    /// <summary>Taxes computed in the year, tenge.</summary>
    public static long TaxesComputed(World world, Entity entity, int year) =>
        (long)(Revenue(world, entity, year) * Math.Round(Burden(world, entity, year), 2) / 100);

    /// <summary>Taxes paid in the year, tenge; failing entities pay only a part of what is due.</summary>
    public static long TaxesPaid(World world, Entity entity, int year) =>
        (long)(TaxesComputed(world, entity, year) * Math.Min(1.02, Blend(0.35, 1.25, entity.Health.TaxIn(world.Today.Year - 1 - year))));

    public static Dice YearDice(World world, Entity entity, int year, Aspect aspect) => world.Dice((entity.Index * 64) + (year - 1990), aspect);

    public static double Blend(double low, double high, double share) => low + ((high - low) * share);

    private static double TradingShare(World world, Entity entity, int year)
    {
        if (year < entity.RegisteredOn.Year)
            return 0;
        if (Fate.Of(world, entity) is { IsEnd: true } fate && year >= fate.Since.Year)
            return year == fate.Since.Year ? fate.Since.DayOfYear / 366.0 : 0;
        return year == entity.RegisteredOn.Year ? (366 - entity.RegisteredOn.DayOfYear) / 366.0 : 1;
    }
}
