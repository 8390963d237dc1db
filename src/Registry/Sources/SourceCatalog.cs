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
    /// <summary>Published daily or on request: two missed weeks are a fault of the load.</summary>
    private const int Weekly = 14;

    /// <summary>Published monthly; half a month of grace for a late list.</summary>
    private const int Monthly = 45;

    /// <summary>Published quarterly, a month of grace.</summary>
    private const int Quarterly = 120;

    /// <summary>Speaks of a whole year, and comes up to half a year after it.</summary>
    private const int Yearly = 550;

    /// <summary>Debts above so many MCI stand on the open list of tax debtors.</summary>
    private const double ListedArrearsMci = 150;

    private static readonly Dictionary<string, SourceEvidence> BySource = new SourceEvidence[]
    {
        // Extracts by region and kind: an entity missing in one may stand in another.
        new("stat-register", "stat", Quarterly, Absence.ProvesNothing),
        // Companies that never re-registered have no BIN there.
        new("egov-companies", "justice", Quarterly, Absence.ProvesNothing),
        // Speaks only of those whose status changed.
        new("company-status", "justice", Monthly, Absence.ProvesNothing),
        new("company-names", "justice", Yearly, Absence.ProvesNothing),
        // Whoever does not supply the state gives it no telephone.
        new("contacts", "mof", Yearly, Absence.ProvesNothing),
        // The six lists are published whole and by law: who is not on a fresh one was not listed.
        new("kgd-pseudo", "kgd", Monthly, Absence.Complete),
        new("kgd-wrong-address", "kgd", Monthly, Absence.Complete),
        new("kgd-bankrupt", "kgd", Monthly, Absence.Complete),
        new("kgd-inactive", "kgd", Monthly, Absence.Complete),
        new("kgd-invalid-registration", "kgd", Monthly, Absence.Complete),
        new("kgd-violation", "kgd", Monthly, Absence.Complete),
        // The table names those without debt too; the open list is silent below its threshold.
        new("kgd-arrears", "kgd", Monthly, Absence.Complete),
        new("kgd-arrears-150", "kgd", Monthly, Absence.Partial, ListedArrearsMci),
        // No figure is no nought: it may be secret, late or not due.
        new("kgd-tax-burden", "kgd", Yearly, Absence.ProvesNothing),
        new("kgd-taxes-paid", "kgd", Yearly, Absence.ProvesNothing),
        // Who is missing may be below the threshold or simply not delivered.
        new("kgd-vat", "kgd", Monthly, Absence.ProvesNothing),
        new("kgd-preliminary", "kgd", Quarterly, Absence.ProvesNothing),
        new("payroll", "enpf", Yearly, Absence.ProvesNothing),
        // Only some kinds of entity have to file with the depository.
        new("financials", "depository", Yearly, Absence.ProvesNothing),
        // Suppliers tell what they choose to.
        new("payment-experiences", "suppliers", Quarterly, Absence.ProvesNothing),
        // Open proceedings are a public register that changes daily.
        new("enforcement", "justice", Weekly, Absence.Complete),
        new("court-cases", "courts", Monthly, Absence.Complete),
        new("goszakup-rnu", "mof", Weekly, Absence.Complete),
        new("goszakup-contracts", "mof", Monthly, Absence.Complete),
        // Founders are not published whole; no owner known is not no owner.
        new("owners", "justice", Quarterly, Absence.ProvesNothing),
        new("samruk-unreliable", "samruk", Weekly, Absence.Complete),
        // The chamber's own register of certificates.
        new("certificates", "chamber", Monthly, Absence.Complete),
        // The accreditation centre's list names every accredited body.
        new("certification-bodies", "accreditation", Monthly, Absence.Complete),
        // Plans and reports of the bodies; an audit that is not told of may have been held.
        new("surveillance", "chamber", Monthly, Absence.ProvesNothing),
        // The chamber's own registers of labels and of decisions about them.
        new("labels", "chamber", Yearly, Absence.Complete),
        new("label-decisions", "chamber", Yearly, Absence.ProvesNothing),
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
        new CertificationBodiesSource(),
        new SurveillanceSource(),
        new LabelsSource(),
        new LabelDecisionsSource(),
    ];

    /// <summary>The importer of <c>registry import SOURCE</c>, or null where there is none.</summary>
    public static Source? Find(string id) => Importers.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>All sources.</summary>
    public static IReadOnlyCollection<SourceEvidence> All => BySource.Values;

    /// <summary>What absence from a source proves.</summary>
    /// <exception cref="KeyNotFoundException">No such source.</exception>
    public static SourceEvidence Evidence(string source) => BySource[source];
}
