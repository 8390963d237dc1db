namespace Registry.Facts;

/// <summary>
/// Everything the register knows about one entity, in one place for the formulas. Read in batches by <c>FactReader</c>;
/// either all versions, or those known on one day.
/// </summary>
public sealed record EntityFacts
{
    public required string Bin { get; init; }
    public IReadOnlyList<Registration> Registrations { get; init; } = [];
    public IReadOnlyList<StatusChange> Statuses { get; init; } = [];
    public IReadOnlyList<CompanyName> Names { get; init; } = [];
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
    public IReadOnlyList<Owner> Owners { get; init; } = [];
    public IReadOnlyList<ListEntry> Lists { get; init; } = [];
    public IReadOnlyList<Certificate> Certificates { get; init; } = [];
    /// <summary>Audits of the entity's certificates.</summary>
    public IReadOnlyList<Surveillance> Surveillance { get; init; } = [];

    /// <summary>Accreditations of the bodies that issued its certificates.</summary>
    public IReadOnlyList<CertificationBody> CertificationBodies { get; init; } = [];
    public IReadOnlyList<Label> Labels { get; init; } = [];
    public IReadOnlyList<LabelEvent> LabelEvents { get; init; } = [];
    public IReadOnlyList<TaxArrears> Arrears { get; init; } = [];
    public IReadOnlyList<TaxBurden> Burdens { get; init; } = [];
    public IReadOnlyList<TaxesPaid> TaxesPaid { get; init; } = [];
    public IReadOnlyList<VatRegistration> Vat { get; init; } = [];
    public IReadOnlyList<DeliveredIndex> Delivered { get; init; } = [];
    public IReadOnlyList<Payroll> Payrolls { get; init; } = [];
    public IReadOnlyList<Statement> Statements { get; init; } = [];
    public IReadOnlyList<PaymentExperience> Payments { get; init; } = [];
    public IReadOnlyList<Enforcement> Enforcements { get; init; } = [];
    public IReadOnlyList<CourtCase> CourtCases { get; init; } = [];
    public IReadOnlyList<Contract> Contracts { get; init; } = [];

    /// <summary>The same entity as the register knew it on <paramref name="day"/>.</summary>
    public EntityFacts KnownOn(DateOnly day) => new()
    {
        Bin = Bin,
        Registrations = Known(Registrations, day),
        Statuses = Known(Statuses, day),
        Names = Known(Names, day),
        Contacts = Known(Contacts, day),
        Owners = Known(Owners, day),
        Lists = Known(Lists, day),
        Certificates = Known(Certificates, day),
        Surveillance = Known(Surveillance, day),
        CertificationBodies = Known(CertificationBodies, day),
        Labels = Known(Labels, day),
        LabelEvents = Known(LabelEvents, day),
        Arrears = Known(Arrears, day),
        Burdens = Known(Burdens, day),
        TaxesPaid = Known(TaxesPaid, day),
        Vat = Known(Vat, day),
        Delivered = Known(Delivered, day),
        Payrolls = Known(Payrolls, day),
        Statements = Known(Statements, day),
        Payments = Known(Payments, day),
        Enforcements = Known(Enforcements, day),
        CourtCases = Known(CourtCases, day),
        Contracts = Known(Contracts, day),
    };

    private static IReadOnlyList<T> Known<T>(IReadOnlyList<T> facts, DateOnly day)
        where T : Fact
    {
        foreach (var fact in facts)
        {
            if (!fact.IsKnownOn(day))
                return [.. facts.Where(f => f.IsKnownOn(day))];
        }
        return facts;
    }
}
