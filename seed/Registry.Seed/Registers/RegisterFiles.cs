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
        _ => throw new ArgumentOutOfRangeException(nameof(wave), wave.Source, "No such register."),
    };
}
