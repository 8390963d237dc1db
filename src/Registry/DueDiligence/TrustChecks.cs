using Registry.Certification;
using Registry.Facts;
using Registry.Indices;

namespace Registry.DueDiligence;

/// <summary>How public contracts were performed; certificates and label.</summary>
internal static class TrustChecks
{
    private const string ContractSource = "goszakup-contracts";
    private const string CertificateSource = "certificates";
    private const string LabelSource = "labels";

    public static void Procurement(CheckInput input, CheckItems items)
    {
        if (items.Gap(ContractSource) is { } gap)
        {
            items.NotChecked("contractPerformance", ContractSource, gap);
            items.NotChecked("terminatedForFault", ContractSource, gap);
            return;
        }
        var evidence = input.Context.Methodology.MinimumEvidence;
        var performance = ContractPerformance.Of(input.Known.Contracts, input.Day, evidence.ContractMonths);
        Performance(performance, evidence.Contracts, input.Context.Methodology.FineScore, items);
        if (performance.Terminated > 0)
            items.Risk(
                "terminatedForFault", Weight.Plain, ContractSource, items.Latest(ContractSource), null,
                ("count", CheckItems.Text(performance.Terminated)));
        else
            items.Fine("terminatedForFault", ContractSource, items.Latest(ContractSource));
    }

    public static void Certificates(CheckInput input, CheckItems items)
    {
        Certificate(input, items);
        Label(input, items);
    }

    private static void Label(CheckInput input, CheckItems items)
    {
        if (LabelPosition.AllOf(input.Known, input.Context.Sources, input.Day) is not [{ Label: { } label } found, ..])
        {
            // A label is voluntary: having none is no risk.
            if (items.Gap(LabelSource) is { } gap)
                items.NotChecked("label", LabelSource, gap);
            else
                items.NotApplicable("label", LabelSource, "noLabel");
            return;
        }
        var arguments = new[] { ("number", (string?)label.Number), ("labelState", found.State.ToString()), ("until", found.Until is { } until ? CheckItems.Text(until) : null) };
        if (found.State is LabelState.Valid)
            items.Fine("label", LabelSource, items.Latest(LabelSource), items.Gap(LabelSource), arguments);
        else if (found.State is LabelState.Expired)
            items.NotApplicable("label", LabelSource, "labelExpired");
        else
            items.Risk("label", Weight.Plain, LabelSource, items.Latest(LabelSource), null, arguments);
    }

    private static void Performance(ContractPerformance performance, int least, double fineShare, CheckItems items)
    {
        if (performance.Counted == 0)
        {
            items.NotApplicable("contractPerformance", ContractSource, Findings.NoData);
            return;
        }
        if (performance.Counted < least)
        {
            items.NotChecked("contractPerformance", ContractSource, "fewContracts");
            return;
        }
        var share = (double)performance.OnTime / performance.Counted;
        var arguments = new[]
        {
            ("count", (string?)CheckItems.Text(performance.Counted)),
            ("onTime", CheckItems.Text(performance.OnTime)),
            ("percent", CheckItems.Text(100 * share)),
        };
        if (share >= fineShare)
            items.Fine("contractPerformance", ContractSource, items.Latest(ContractSource), null, arguments);
        else
            items.Risk("contractPerformance", Weight.Plain, ContractSource, items.Latest(ContractSource), null, arguments);
    }

    private static void Certificate(CheckInput input, CheckItems items)
    {
        var best = input.Known.Certificates
            .Select(c => (Certificate: c, State: c.StateOn(input.Day)))
            .Where(c => c.State is not (CertificateState.Draft or CertificateState.Submitted))
            .OrderBy(c => c.State).ThenByDescending(c => c.Certificate.ExpiresOn).ThenBy(c => c.Certificate.Number, StringComparer.Ordinal)
            .Select(c => ((Certificate Certificate, CertificateState State)?)c)
            .FirstOrDefault();
        if (best is not { } found)
        {
            // A certificate is voluntary: having none is no risk.
            if (items.Gap(CertificateSource) is { } gap)
                items.NotChecked("certificate", CertificateSource, gap);
            else
                items.NotApplicable("certificate", CertificateSource, "noCertificate");
            return;
        }
        var arguments = new[]
        {
            ("number", (string?)found.Certificate.Number), ("standard", found.Certificate.Standard),
            ("state", found.State.ToString()), ("expiresOn", CheckItems.Text(found.Certificate.ExpiresOn)),
        };
        if (found.State == CertificateState.Active)
            items.Fine("certificate", CertificateSource, items.Latest(CertificateSource), items.Gap(CertificateSource), arguments);
        else if (found.State == CertificateState.Suspended)
            items.Risk("certificate", Weight.Plain, CertificateSource, items.Latest(CertificateSource), null, arguments);
        else
            items.NotApplicable("certificate", CertificateSource, $"certificate{found.State}");
    }
}
