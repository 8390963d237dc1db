using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.TaxFigures;

/// <summary>Tax burden of a year: <c>bin,year,income,taxesComputed,burden</c>.</summary>
public sealed class TaxBurdenSource : TableSource
{
    /// <summary>Percent; a burden over a thousand is a slip of the decimal point.</summary>
    private const decimal HighestBurden = 1000;

    /// <inheritdoc/>
    public override string Id => "kgd-tax-burden";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "year"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format) => row.Result(new TaxBurden
    {
        Source = Id,
        Bin = row.Entity("bin"),
        Year = row.Year("year"),
        Income = row.OptionalMoney("income"),
        TaxesComputed = row.OptionalMoney("taxesComputed"),
        Burden = (double?)row.OptionalNumber("burden", 0, HighestBurden),
    });
}

/// <summary>Taxes paid in a year: <c>bin,year,amount</c>.</summary>
public sealed class TaxesPaidSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "kgd-taxes-paid";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "year", "amount"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format) => row.Result(new TaxesPaid
    {
        Source = Id,
        Bin = row.Entity("bin"),
        Year = row.Year("year"),
        Amount = row.Money("amount"),
    });
}

/// <summary>Registrations for value added tax: <c>bin,registeredOn,deregisteredOn,byAuthority</c>.</summary>
public sealed class VatSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "kgd-vat";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "registeredOn", "deregisteredOn", "byAuthority"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var vat = new VatRegistration
        {
            Source = Id,
            Bin = row.Entity("bin"),
            RegisteredOn = row.Date("registeredOn"),
            DeregisteredOn = row.OptionalDate("deregisteredOn"),
            ByAuthority = row.Bool("byAuthority"),
        };
        row.InOrder("registeredOn", vat.RegisteredOn, "deregisteredOn", vat.DeregisteredOn);
        if (row.Ok && vat is { ByAuthority: true, DeregisteredOn: null })
            row.Fail("byAuthority", "notDeregistered");
        return row.Result(vat);
    }
}

/// <summary>Preliminary indices that the tax authority computed: <c>bin,index,asOf,value,version</c>.</summary>
public sealed class PreliminarySource : TableSource
{
    private static readonly string[] Indices = ["taxpayerIntegrity", "financialStability", "paymentDiscipline"];

    /// <inheritdoc/>
    public override string Id => "kgd-preliminary";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "index", "asOf", "value"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var index = row.RequiredText("index");
        var known = Array.Find(Indices, i => i.Equals(index, StringComparison.OrdinalIgnoreCase));
        if (known is null && index.Length > 0)
            row.Fail("index", "notOneOf");
        if (row.IsEmpty("value"))
            row.Fail("value", "", "required");
        return row.Result(new DeliveredIndex
        {
            Source = Id,
            Bin = row.Entity("bin"),
            Index = known ?? index,
            AsOf = row.Date("asOf"),
            Value = (double)(row.OptionalNumber("value", 0, 100) ?? 0),
            Version = row.Text("version"),
        });
    }
}

/// <summary>Employees and pay of a year, from pension contributions: <c>bin,year,employees,payroll</c>.</summary>
public sealed class PayrollSource : TableSource
{
    /// <summary>More people than the country's largest employer ever had.</summary>
    private const int MostEmployees = 1_000_000;

    /// <inheritdoc/>
    public override string Id => "payroll";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "year", "employees", "payroll"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format) => row.Result(new Payroll
    {
        Source = Id,
        Bin = row.Entity("bin"),
        Year = row.Year("year"),
        Employees = row.Count("employees", MostEmployees),
        Amount = row.Money("payroll"),
    });
}
