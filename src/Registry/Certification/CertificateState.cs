namespace Registry.Certification;

/// <summary>States of a certificate (methodology §10). <see cref="Draft"/> and <see cref="Submitted"/> are not public.</summary>
public enum CertificateState
{
    Draft,
    Submitted,
    Active,
    Suspended,
    Withdrawn,
    Expired,
    Cancelled,
}
