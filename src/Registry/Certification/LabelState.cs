namespace Registry.Certification;

/// <summary>State of a label on a day, derived (methodology §9).</summary>
public enum LabelState
{
    Valid,
    Suspended,
    UnderReview,
    Expired,
    Revoked,

    /// <summary>No label has the number on the day.</summary>
    Unknown,
}

/// <summary>A condition that a label does not meet.</summary>
/// <param name="Id">One of <see cref="LabelReasons"/>.</param>
/// <param name="Since">First day, as far as the register knows it.</param>
/// <param name="Detail">The stop's id, the public reason of a decision, or null.</param>
/// <param name="Source">Source that says so, or null where the date does.</param>
/// <param name="Until">Of a review: day by which it is to be decided. Of a lost accreditation: last day of the transfer.</param>
public sealed record LabelReason(string Id, DateOnly? Since, string? Detail = null, string? Source = null, DateOnly? Until = null);

/// <summary>Ids of reasons.</summary>
public static class LabelReasons
{
    public const string Revoked = "revoked";
    public const string Expired = "expired";
    public const string UnderReview = "underReview";
    public const string ReviewOverdue = "reviewOverdue";
    public const string ObligationsNotSigned = "obligationsNotSigned";
    public const string CertificateUnknown = "certificateUnknown";
    public const string CertificateNotIssued = "certificateNotIssued";
    public const string CertificateSuspended = "certificateSuspended";
    public const string CertificateWithdrawn = "certificateWithdrawn";
    public const string CertificateExpired = "certificateExpired";
    public const string CertificateCancelled = "certificateCancelled";
    public const string AccreditationSuspended = "accreditationSuspended";
    public const string AccreditationWithdrawn = "accreditationWithdrawn";
    public const string AccreditationExpired = "accreditationExpired";
    public const string AccreditationUnknown = "accreditationUnknown";
    public const string SurveillanceOverdue = "surveillanceOverdue";
    public const string StopFactor = "stopFactor";
    public const string CompanyUnknown = "companyUnknown";

    /// <summary>All of them, the heaviest first.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Revoked, Expired, UnderReview, ReviewOverdue, StopFactor, CertificateCancelled, CertificateWithdrawn, CertificateSuspended,
        CertificateExpired, CertificateNotIssued, CertificateUnknown, AccreditationWithdrawn, AccreditationSuspended, AccreditationExpired,
        AccreditationUnknown, SurveillanceOverdue, ObligationsNotSigned, CompanyUnknown,
    ];
}
