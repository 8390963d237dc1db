using Registry.Companies;
using Registry.Identifiers;
using Registry.Indices;

namespace Registry.DueDiligence;

/// <summary>Whether the entity exists, and in which state.</summary>
internal static class IdentityChecks
{
    private const string StatRegister = "stat-register";
    private const string StatusSource = "company-status";

    public static void Run(CheckInput input, CheckItems items)
    {
        if (!input.InRegister)
            items.Risk(CheckCatalogue.NoSuchEntity, Weight.Stop, StatRegister, items.Latest(StatRegister));
        else
            items.Fine(
                "registered", input.Profile.Registration?.Source ?? StatRegister, input.Profile.Registration?.KnownFrom, null,
                ("registeredOn", CheckItems.Text(input.Profile.RegisteredOn)));
        CheckDigit(input, items);
        Status(input, items);
        Ended(StopFacts.Liquidated, CompanyStatus.Liquidated, input, items);
        Bankrupt(input, items);
        ListChecks.Standing(StopFacts.RegistrationInvalid, "kgd-invalid-registration", Weight.Stop, input, items);
        ListChecks.Standing("wrongAddress", "kgd-wrong-address", Weight.Plain, input, items);
    }

    private static void CheckDigit(CheckInput input, CheckItems items)
    {
        // The state itself has issued numbers whose control digit does not fit: worth a remark, never a risk.
        if (Bin.TryParse(input.Known.Bin, out var bin))
            items.Fine("checkDigit", StatRegister, null, bin.HasValidCheckDigit ? null : "checkDigitWrong");
    }

    private static void Status(CheckInput input, CheckItems items)
    {
        var profile = input.Profile;
        if (profile.StatusSource is not { } source)
        {
            items.NotChecked("status", StatusSource, items.Gap(StatusSource) ?? Findings.NoData);
            return;
        }
        var arguments = new[] { ("status", (string?)profile.Status.ToString()), ("since", CheckItems.Text(profile.StatusSince)) };
        var troubled = profile.Status is CompanyStatus.Suspended or CompanyStatus.Reorganising or CompanyStatus.Liquidating or CompanyStatus.Rehabilitation;
        if (troubled)
            items.Risk("status", Weight.Plain, source, items.Latest(source), null, arguments);
        else
            items.Fine("status", source, items.Latest(source), null, arguments);
    }

    private static void Ended(string id, CompanyStatus status, CheckInput input, CheckItems items)
    {
        if (input.Profile.StatusSource is not { } source)
            items.NotChecked(id, StatusSource, items.Gap(StatusSource) ?? Findings.NoData);
        else if (input.Profile.Status == status)
            items.Risk(id, Weight.Stop, source, items.Latest(source), null, ("since", CheckItems.Text(input.Profile.StatusSince)));
        else
            items.Fine(id, source, items.Latest(source));
    }

    private static void Bankrupt(CheckInput input, CheckItems items)
    {
        if (input.Profile is { Status: CompanyStatus.Bankrupt, StatusSource: not null })
            Ended(StopFacts.Bankrupt, CompanyStatus.Bankrupt, input, items);
        else
            ListChecks.Standing(StopFacts.Bankrupt, "kgd-bankrupt", Weight.Stop, input, items);
    }
}
