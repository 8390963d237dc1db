namespace Registry.Facts;

/// <summary>
/// One invoice as its supplier saw it paid; <see cref="Fact.Bin"/> is the debtor.
/// The supplier is never shown to others. Key: <c>Bin, SupplierBin, Invoice</c>.
/// </summary>
public sealed record PaymentExperience : Fact
{
    public required string SupplierBin { get; init; }
    public required string Invoice { get; init; }

    /// <summary>Tenge.</summary>
    public required decimal Amount { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary><see langword="null"/> while the invoice is open.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <inheritdoc/>
    public override Fact WithNumbers(Func<string, string> number) =>
        this with { Bin = number(Bin), SupplierBin = number(SupplierBin) };
}

/// <summary>Enforcement proceedings against a debtor. Key: <c>Number</c>.</summary>
public sealed record Enforcement : Fact
{
    public required string Number { get; init; }
    public string? Claimant { get; init; }

    /// <summary>Tenge.</summary>
    public required decimal Amount { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
}

/// <summary>How a court case ended, for the defendant's debts.</summary>
public enum CourtOutcome
{
    Pending,
    Granted,
    PartlyGranted,
    Dismissed,
    Settled,
    Other,
}

/// <summary>A court case; <see cref="Fact.Bin"/> is the defendant. Key: <c>Number</c>.</summary>
public sealed record CourtCase : Fact
{
    public required string Number { get; init; }
    public string? Court { get; init; }
    public required DateOnly FiledOn { get; init; }
    public string? PlaintiffBin { get; init; }
    public string? Category { get; init; }
    public decimal? Amount { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public CourtOutcome Outcome { get; init; }

    /// <summary>Outcome in the source's own words.</summary>
    public string? OutcomeText { get; init; }

    /// <inheritdoc/>
    public override Fact WithNumbers(Func<string, string> number) =>
        this with { Bin = number(Bin), PlaintiffBin = PlaintiffBin is null ? null : number(PlaintiffBin) };
}

/// <summary>A public procurement contract; <see cref="Fact.Bin"/> is the supplier. Key: <c>Number</c>.</summary>
public sealed record Contract : Fact
{
    /// <summary>The portal's id of the contract.</summary>
    public required string Number { get; init; }
    public string? CustomerBin { get; init; }
    public string? CustomerName { get; init; }
    public string? Subject { get; init; }
    public string? TradeMethod { get; init; }

    /// <summary>Sum with VAT, tenge.</summary>
    public decimal? Amount { get; init; }
    public DateOnly? SignedOn { get; init; }
    public DateOnly? PlannedOn { get; init; }
    public DateOnly? PerformedOn { get; init; }

    /// <summary>Ended early because the supplier did not perform.</summary>
    public bool TerminatedForFault { get; init; }

    /// <summary>A complaint or an audit finding stands: the contract proves nothing about performance.</summary>
    public bool UnderReview { get; init; }

    /// <inheritdoc/>
    public override Fact WithNumbers(Func<string, string> number) =>
        this with { Bin = number(Bin), CustomerBin = CustomerBin is null ? null : number(CustomerBin) };
}
