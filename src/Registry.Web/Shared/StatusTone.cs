using Registry.Certification;
using Registry.Companies;

namespace Registry.Web.Shared;

/// <summary>Tone of the chip a state is written in; the word says the same.</summary>
public static class StatusTone
{
    /// <summary>Of an entity's legal status.</summary>
    public static string Of(CompanyStatus status) => status switch
    {
        CompanyStatus.Active or CompanyStatus.Registered => "fine",
        CompanyStatus.Liquidated or CompanyStatus.Bankrupt => "stop",
        CompanyStatus.Liquidating or CompanyStatus.Suspended or CompanyStatus.Rehabilitation => "risk",
        _ => "warning",
    };

    /// <summary>Of a label's state.</summary>
    public static string Of(LabelState state) => state switch
    {
        LabelState.Valid => "fine",
        LabelState.Revoked => "stop",
        LabelState.Suspended or LabelState.UnderReview => "warning",
        _ => "plain",
    };

    /// <summary>Of a certificate's state.</summary>
    public static string Of(CertificateState state) => state switch
    {
        CertificateState.Active => "fine",
        CertificateState.Suspended => "warning",
        CertificateState.Withdrawn or CertificateState.Cancelled => "stop",
        _ => "plain",
    };
}
