namespace Registry.Facts;

/// <summary>Tax debt on a day, in tenge. A row with 0 says "no debt". Key: <c>Bin, AsOf, Source</c>.</summary>
public sealed record TaxArrears : Fact
{
    public required DateOnly AsOf { get; init; }
    public required decimal Total { get; init; }
    public decimal? Tax { get; init; }
    public decimal? Pension { get; init; }
    public decimal? Social { get; init; }
    public decimal? Health { get; init; }
}

/// <summary>Tax burden of a year. Key: <c>Bin, Year</c>.</summary>
public sealed record TaxBurden : Fact
{
    public required int Year { get; init; }

    /// <summary>Gross annual income in tenge.</summary>
    public decimal? Income { get; init; }

    /// <summary>Taxes and obligatory payments computed, in tenge, without VAT, excise and customs on import.</summary>
    public decimal? TaxesComputed { get; init; }

    /// <summary>Tax burden coefficient (КНН) in percent.</summary>
    public double? Burden { get; init; }
}

/// <summary>Taxes paid in a year, in tenge. Key: <c>Bin, Year</c>.</summary>
public sealed record TaxesPaid : Fact
{
    public required int Year { get; init; }
    public required decimal Amount { get; init; }
}

/// <summary>A registration for value added tax. Key: <c>Bin, RegisteredOn</c>.</summary>
public sealed record VatRegistration : Fact
{
    public required DateOnly RegisteredOn { get; init; }
    public DateOnly? DeregisteredOn { get; init; }

    /// <summary>Whether the authority took the registration away.</summary>
    public bool ByAuthority { get; init; }
}

/// <summary>A preliminary index that a state body computed itself. Key: <c>Bin, Index, AsOf</c>.</summary>
public sealed record DeliveredIndex : Fact
{
    public required string Index { get; init; }
    public required DateOnly AsOf { get; init; }

    /// <summary>0-100, higher is better.</summary>
    public required double Value { get; init; }

    /// <summary>The body's own version of its formula.</summary>
    public string? Version { get; init; }
}

/// <summary>Employees and payroll of a year, from pension contributions. Never shown as it is. Key: <c>Bin, Year</c>.</summary>
public sealed record Payroll : Fact
{
    public required int Year { get; init; }
    public required int Employees { get; init; }

    /// <summary>Pay of all employees over the year, in tenge.</summary>
    public required decimal Amount { get; init; }
}
