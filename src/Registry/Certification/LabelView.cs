using Registry.Companies;

namespace Registry.Certification;

/// <summary>A label as anybody may see it.</summary>
/// <param name="Number">Number of the label.</param>
/// <param name="State">State on <paramref name="AsOf"/>.</param>
/// <param name="Bin">BIN or register number of the company.</param>
/// <param name="Since">First day of the state.</param>
/// <param name="Until">Last day of the label's term.</param>
/// <param name="Products">Products, services and materials for which it was granted.</param>
/// <param name="Certificate">Number of the certificate on which it rests.</param>
/// <param name="Reasons">Conditions that are not met; empty only for a valid label.</param>
/// <param name="Basis">The certificate in short; null where the register does not know it.</param>
/// <param name="NotChecked">Lists of stop factors that are not loaded or too old; they suspend nothing.</param>
/// <param name="GrantedOn">Day of the grant.</param>
/// <param name="AsOf">Business day for which the state was derived.</param>
public sealed record LabelView(
    string Number,
    LabelState State,
    string Bin,
    string? NameRu,
    string? NameKk,
    string? NameEn,
    DateOnly? Since,
    DateOnly? Until,
    IReadOnlyList<string> Products,
    string Certificate,
    IReadOnlyList<LabelReason> Reasons,
    LabelBasis? Basis,
    IReadOnlyList<string> NotChecked,
    DateOnly GrantedOn,
    DateOnly AsOf)
{
    /// <summary>What is public of a position.</summary>
    /// <exception cref="ArgumentException">No label has the number.</exception>
    internal static LabelView Of(LabelPosition position, Company? company, DateOnly day)
    {
        var label = position.Label ?? throw new ArgumentException("An unknown label has no view.", nameof(position));
        return new(
            label.Number, position.State, label.Bin, company?.NameRu, company?.NameKk, company?.NameEn, position.Since, position.Until,
            label.ProductList(), label.Certificate, position.Reasons, position.Certificate is { } basis ? LabelBasis.Of(basis) : null,
            position.NotChecked, label.GrantedOn, day);
    }
}

/// <summary>The certificate behind a label.</summary>
/// <param name="Standard">E.g. <c>ISO 37001:2025</c>.</param>
/// <param name="Accreditation">Number of the body's accreditation.</param>
/// <param name="AccreditationState">What holds of it.</param>
/// <param name="LastAuditOn">Day of the last surveillance audit passed.</param>
/// <param name="NextAuditBy">Last day for the next one.</param>
public sealed record LabelBasis(
    string Standard, CertificateState State, string? BodyBin, string? BodyName, string? Accreditation, AccreditationStanding AccreditationState,
    DateOnly ExpiresOn, DateOnly? LastAuditOn, DateOnly? NextAuditBy)
{
    internal static LabelBasis Of(CertificatePosition position) => new(
        position.Certificate.Standard, position.State, position.Certificate.BodyBin, position.Accreditation.BodyName,
        position.Accreditation.Number, position.Accreditation.Standing, position.Certificate.ExpiresOn,
        position.Surveillance.LastHeldOn, position.Surveillance.DueOn);
}
