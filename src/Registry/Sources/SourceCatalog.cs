using Registry.Sources.Certificates;
using Registry.Sources.Identity;
using Registry.Sources.Ownership;
using Registry.Sources.Payments;
using Registry.Sources.Procurement;
using Registry.Sources.RevenueLists;
using Registry.Sources.StatRegister;
using Registry.Sources.Statements;
using Registry.Sources.TaxFigures;

namespace Registry.Sources;

/// <summary>What every source that the register can import proves by silence.</summary>
public static class SourceCatalog
{
    private const int Weekly = 14;
    private const int Monthly = 45;
    private const int Quarterly = 120;
    private const int Yearly = 550;

    private static readonly Dictionary<string, SourceEvidence> BySource = new SourceEvidence[]
    {
        new("stat-register", "stat", Quarterly, Absence.ProvesNothing),
        new("egov-companies", "justice", Quarterly, Absence.ProvesNothing),
        new("company-status", "justice", Monthly, Absence.ProvesNothing),
        new("company-names", "justice", Yearly, Absence.ProvesNothing),
        new("contacts", "mof", Yearly, Absence.ProvesNothing),
        new("kgd-pseudo", "kgd", Monthly, Absence.Complete),
        new("kgd-wrong-address", "kgd", Monthly, Absence.Complete),
        new("kgd-bankrupt", "kgd", Monthly, Absence.Complete),
        new("kgd-inactive", "kgd", Monthly, Absence.Complete),
        new("kgd-invalid-registration", "kgd", Monthly, Absence.Complete),
        new("kgd-violation", "kgd", Monthly, Absence.Complete),
        new("kgd-arrears", "kgd", Monthly, Absence.Complete),
        new("kgd-arrears-150", "kgd", Monthly, Absence.Partial, 150),
        new("kgd-tax-burden", "kgd", Yearly, Absence.ProvesNothing),
        new("kgd-taxes-paid", "kgd", Yearly, Absence.ProvesNothing),
        new("kgd-vat", "kgd", Monthly, Absence.ProvesNothing),
        new("kgd-preliminary", "kgd", Quarterly, Absence.ProvesNothing),
        new("payroll", "enpf", Yearly, Absence.ProvesNothing),
        new("financials", "depository", Yearly, Absence.ProvesNothing),
        new("payment-experiences", "suppliers", Quarterly, Absence.ProvesNothing),
        new("enforcement", "justice", Weekly, Absence.Complete),
        new("court-cases", "courts", Monthly, Absence.Complete),
        new("goszakup-rnu", "mof", Weekly, Absence.Complete),
        new("goszakup-contracts", "mof", Monthly, Absence.Complete),
        new("owners", "justice", Quarterly, Absence.ProvesNothing),
        new("samruk-unreliable", "samruk", Weekly, Absence.Complete),
        new("certificates", "chamber", Monthly, Absence.Complete),
    }.ToDictionary(e => e.Source, StringComparer.Ordinal);

    /// <summary>What can be imported, in the order of the catalogue.</summary>
    public static IReadOnlyList<Source> Importers { get; } =
    [
        new StatRegisterSource(),
        new EgovCompaniesSource(),
        new CompanyStatusSource(),
        new CompanyNamesSource(),
        new ContactsSource(),
        new RevenueListSource("kgd-pseudo"),
        new RevenueListSource("kgd-wrong-address"),
        new RevenueListSource("kgd-bankrupt"),
        new RevenueListSource("kgd-inactive"),
        new RevenueListSource("kgd-invalid-registration"),
        new RevenueListSource("kgd-violation"),
        new ArrearsSource(),
        new TaxBurdenSource(),
        new TaxesPaidSource(),
        new VatSource(),
        new PreliminarySource(),
        new PayrollSource(),
        new FinancialsSource(),
        new PaymentExperiencesSource(),
        new EnforcementSource(),
        new CourtCasesSource(),
        new OwnersSource(),
        new RnuSource(),
        new ContractsSource(),
        new SamrukUnreliableSource(),
        new CertificatesSource(),
    ];

    /// <summary>The importer of <c>registry import SOURCE</c>, or null where there is none.</summary>
    public static Source? Find(string id) => Importers.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>All sources.</summary>
    public static IReadOnlyCollection<SourceEvidence> All => BySource.Values;

    /// <summary>What absence from a source proves.</summary>
    /// <exception cref="KeyNotFoundException">No such source.</exception>
    public static SourceEvidence Evidence(string source) => BySource[source];
}
