using System.Globalization;

using Registry.Seed.Entities;
using Registry.Seed.Files;

namespace Registry.Seed.Registers;

/// <summary>A register delivered as CSV.</summary>
internal abstract class CsvRegister : RegisterFile
{
    protected CsvRegister(World world, Wave wave, string path, params string[] header)
        : base(world, wave)
    {
        Csv = new CsvFile(path);
        Csv.Row(header);
    }

    protected CsvFile Csv { get; }

    public override bool IsEmpty => Csv.Rows < 2;

    public override void Dispose() => Csv.Dispose();
}

/// <summary>A figure per year, known from a day of the following year on.</summary>
internal abstract class YearlyRegister(World world, Wave wave, string path, params string[] header) : CsvRegister(world, wave, path, header)
{
    private const int YearsBack = 5;

    public override void Add(Entity entity)
    {
        if (!entity.IsBusiness || !Knows(entity))
            return;
        for (var year = Math.Max(World.Today.Year - YearsBack, entity.RegisteredOn.Year); year < World.Today.Year; year++)
        {
            if (Wave.Brings(new DateOnly(year + 1, 4, 10)))
                Add(entity, year);
        }
    }

    protected abstract void Add(Entity entity, int year);
}

/// <summary><c>kgd-tax-burden</c>.</summary>
internal sealed class TaxBurdenFile(World world, Wave wave, string path)
    : YearlyRegister(world, wave, path, "bin", "year", "income", "taxesComputed", "burden")
{
    protected override void Add(Entity entity, int year)
    {
        var income = (long)Economy.Revenue(World, entity, year);
        if (income <= 0)
            return;
        Csv.Cell(entity.Number).Cell(year).Cell(income).Cell(Economy.TaxesComputed(World, entity, year))
            .Cell(Economy.Burden(World, entity, year), "0.00").End();
    }
}

/// <summary><c>kgd-taxes-paid</c>.</summary>
internal sealed class TaxesPaidFile(World world, Wave wave, string path) : YearlyRegister(world, wave, path, "bin", "year", "amount")
{
    protected override void Add(Entity entity, int year)
    {
        if (Economy.Revenue(World, entity, year) > 0)
            Csv.Cell(entity.Number).Cell(year).Cell(Economy.TaxesPaid(World, entity, year)).End();
    }
}

/// <summary><c>payroll</c>.</summary>
internal sealed class PayrollFile(World world, Wave wave, string path) : YearlyRegister(world, wave, path, "bin", "year", "employees", "payroll")
{
    protected override void Add(Entity entity, int year)
    {
        var employees = Economy.Employees(World, entity, year);
        var payroll = Economy.Payroll(World, entity, year);
        if (employees > 0 && payroll > 0)
            Csv.Cell(entity.Number).Cell(year).Cell(employees).Cell(payroll).End();
    }
}

/// <summary><c>kgd-arrears</c>, complete: an entity without debt stands with 0.</summary>
internal sealed class ArrearsFile(World world, Wave wave, string path)
    : CsvRegister(world, wave, path, "bin", "asOf", "total", "tax", "pension", "social", "health")
{
    public override void Add(Entity entity)
    {
        if (!Knows(entity))
            return;
        var total = Arrears.On(World, entity, Wave.AsOf);
        var (pension, social, health) = ((long)(total * 0.11), (long)(total * 0.04), (long)(total * 0.03));
        Csv.Cell(entity.Number).Cell(Wave.AsOf).Cell(total).Cell(total - pension - social - health).Cell(pension).Cell(social).Cell(health).End();
    }
}

/// <summary>Tax debt of an entity on a day.</summary>
internal static class Arrears
{
    private const double Mci = 4325;

    public static long On(World world, Entity entity, DateOnly day)
    {
        var dice = world.Dice(entity.Index, Aspect.Arrears);
        var health = entity.Health.TaxIn(world.YearsAgo(day));
        var (indebted, depth) = (dice.Unit(), dice.Unit());
        var probability = health switch { < Health.Failing => 0.93, < 0.45 => Economy.Blend(0.93, 0.15, (health - Health.Failing) * 4), _ => 0.05 };
        if (entity.Story is not null ? health > 0.4 : indebted >= probability)
            return 0;
        var exponent = Math.Clamp(((0.55 - health) * 1.6) + ((depth - 0.5) * 0.5), 0, 1);
        var inMci = 0.3 * Math.Pow(20_000, exponent) * Math.Pow(Math.Max(entity.Employees, 1) / 20.0, 0.35);
        return (long)(inMci * Mci);
    }
}

/// <summary><c>kgd-vat</c>.</summary>
internal sealed class VatFile(World world, Wave wave, string path) : CsvRegister(world, wave, path, "bin", "registeredOn", "deregisteredOn", "byAuthority")
{
    public override void Add(Entity entity)
    {
        if (!entity.IsBusiness || !Knows(entity))
            return;
        var dice = World.Dice(entity.Index, Aspect.Vat);
        var registered = entity.RegisteredOn.AddDays(dice.Below(500) + 14);
        if (registered < new DateOnly(2012, 1, 1))
            registered = new DateOnly(2012, 1, 1).AddDays(dice.Below(300));
        var leaves = dice.Chance(entity.IsFailing ? 0.4 : 0.05) && entity.Story is null;
        DateOnly? deregistered = leaves ? World.Today.AddDays(-dice.Below(1000) - 10) : null;
        if (deregistered <= registered)
            deregistered = null;
        var known = deregistered <= Wave.AsOf ? deregistered : null;
        if (!Wave.Brings(registered) && !(known is { } day && Wave.Brings(day)))
            return;
        Csv.Cell(entity.Number).Cell(registered).Cell(known).Cell(known is null ? "" : entity.IsFailing ? "true" : "false").End();
    }
}

/// <summary><c>kgd-preliminary</c>: discipline of filing, computed by the committee itself.</summary>
internal sealed class PreliminaryFile(World world, Wave wave, string path)
    : CsvRegister(world, wave, path, "bin", "index", "asOf", "value", "version")
{
    public override void Add(Entity entity)
    {
        if (!entity.IsBusiness || !Knows(entity))
            return;
        var dice = World.Dice((entity.Index * 4096) + (Wave.AsOf.DayNumber % 4096), Aspect.Preliminary);
        var value = Math.Clamp(22 + (82 * entity.Health.TaxIn(World.YearsAgo(Wave.AsOf))) + (dice.Bell() * 5), 0, 100);
        var quarter = new DateOnly(Wave.AsOf.Year, (((Wave.AsOf.Month - 1) / 3) * 3) + 1, 1);
        Csv.Cell(entity.Number).Cell("taxpayerIntegrity").Cell(quarter).Cell(value, "0.0")
            .Cell(string.Create(CultureInfo.InvariantCulture, $"КГД-{quarter.Year}.1")).End();
    }
}
