using Registry.Seed.Entities;

namespace Registry.Seed.Registers;

/// <summary>Which class writes which register.</summary>
internal static class RegisterFiles
{
    /// <summary>Extension of the register's file; the register of statistics is a workbook where history is asked for.</summary>
    public static string Extension(string source, bool history) => source switch
    {
        "stat-register" => history ? "xlsx" : "csv",
        "egov-companies" or "goszakup-rnu" or "goszakup-contracts" or "samruk-unreliable" => "json",
        "kgd-pseudo" or "kgd-wrong-address" or "kgd-bankrupt" or "kgd-inactive" or "kgd-invalid-registration" or "kgd-violation" => "xlsx",
        _ => "csv",
    };

    public static RegisterFile Open(World world, Wave wave, string path) => wave.Source switch
    {
        "stat-register" => path.EndsWith(".csv", StringComparison.Ordinal) ? new StatRegisterCsv(world, wave, path) : new StatRegisterWorkbook(world, wave, path),
        "egov-companies" => new EgovCompaniesFile(world, wave, path),
        "company-status" => new CompanyStatusFile(world, wave, path),
        "company-names" => new CompanyNamesFile(world, wave, path),
        "contacts" => new ContactsFile(world, wave, path),
        "kgd-pseudo" or "kgd-wrong-address" or "kgd-bankrupt" or "kgd-inactive" or "kgd-invalid-registration" or "kgd-violation" =>
            new RevenueListFile(world, wave, path),
        "kgd-arrears" => new ArrearsFile(world, wave, path),
        "kgd-tax-burden" => new TaxBurdenFile(world, wave, path),
        "kgd-taxes-paid" => new TaxesPaidFile(world, wave, path),
        "kgd-vat" => new VatFile(world, wave, path),
        "kgd-preliminary" => new PreliminaryFile(world, wave, path),
        "payroll" => new PayrollFile(world, wave, path),
        "financials" => new FinancialsFile(world, wave, path),
        "payment-experiences" => new PaymentExperiencesFile(world, wave, path),
        "enforcement" => new EnforcementFile(world, wave, path),
        "court-cases" => new CourtCasesFile(world, wave, path),
        "owners" => new OwnersFile(world, wave, path),
        "goszakup-rnu" => new BadFaithFile(world, wave, path),
        "goszakup-contracts" => new ContractsFile(world, wave, path),
        "samruk-unreliable" => new SamrukFile(world, wave, path),
        "certificates" => new CertificatesFile(world, wave, path),
        "certification-bodies" => new CertificationBodiesFile(world, wave, path),
        "surveillance" => new SurveillanceFile(world, wave, path),
        "labels" => new LabelsFile(world, wave, path),
        "label-decisions" => new LabelDecisionsFile(world, wave, path),
        _ => throw new ArgumentOutOfRangeException(nameof(wave), wave.Source, "No such register."),
    };
}
