namespace Registry.Certification;

/// <summary>A certificate as anybody may see it, with what follows for the business day.</summary>
/// <param name="State">State on the day; expiry comes by date.</param>
/// <param name="Since">First day of the state.</param>
/// <param name="Accreditation">The accreditation under which it was issued.</param>
/// <param name="Surveillance">How its surveillance stands.</param>
/// <param name="Label">Number and state of the label that rests on it; null without one.</param>
public sealed record CertificateView(
    string Number,
    string Standard,
    string Bin,
    string? NameRu,
    string? NameKk,
    string? NameEn,
    string? Scope,
    CertificateState State,
    DateOnly Since,
    DateOnly IssuedOn,
    DateOnly ExpiresOn,
    DateOnly? OriginallyIssuedOn,
    string? BodyBin,
    string? BodyName,
    AccreditationView Accreditation,
    SurveillanceView Surveillance,
    Search.HitLabel? Label);

/// <summary>An accreditation in short.</summary>
/// <param name="TransferBy">After a withdrawal: last day to move the certificate to another body.</param>
public sealed record AccreditationView(string? Number, AccreditationStanding State, DateOnly? Since, DateOnly? ValidUntil, DateOnly? TransferBy);

/// <summary>Surveillance in short.</summary>
public sealed record SurveillanceView(DateOnly? LastHeldOn, DateOnly? DueOn, bool Overdue);
