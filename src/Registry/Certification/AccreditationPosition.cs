using Registry.Facts;

namespace Registry.Certification;

/// <summary>The accreditation under which a certificate was issued, as it stands on a day.</summary>
/// <param name="Standing">What holds.</param>
/// <param name="Since">First day of a standing other than in force, as far as the register knows it.</param>
/// <param name="Number">Number of the accreditation.</param>
/// <param name="BodyName">Name of the body as the list spells it.</param>
/// <param name="ValidUntil">Last day of the accreditation.</param>
public sealed record AccreditationPosition(
    AccreditationStanding Standing, DateOnly? Since, string? Number, string? BodyName, DateOnly? ValidUntil)
{
    /// <summary>Months in which certificates of a body that lost its accreditation may be moved to another (methodology §10).</summary>
    public const int MonthsToTransfer = 3;

    /// <summary>Last day of the transfer where the accreditation was withdrawn.</summary>
    public DateOnly? TransferBy => Standing is AccreditationStanding.Withdrawn ? Since?.AddMonths(MonthsToTransfer) : null;

    /// <summary>
    /// Standing of the accreditation that a certificate names. Where it names none, the body's best one counts;
    /// where it names no body, the number alone.
    /// </summary>
    /// <param name="bodies">All versions of the accreditations that may be meant.</param>
    public static AccreditationPosition Of(Certificate certificate, IEnumerable<CertificationBody> bodies, DateOnly day) =>
        bodies.Where(b => IsMeant(certificate, b))
            .GroupBy(b => (b.Bin, b.Accreditation))
            .Select(versions => On([.. versions], day))
            .OfType<AccreditationPosition>()
            .OrderBy(p => p.Standing).ThenBy(p => p.Number, StringComparer.Ordinal)
            .FirstOrDefault() ?? new(AccreditationStanding.Unknown, null, certificate.Accreditation, null, null);

    private static bool IsMeant(Certificate certificate, CertificationBody body) =>
        (certificate.BodyBin ?? certificate.Accreditation) is not null
        && (certificate.BodyBin is null || body.Bin == certificate.BodyBin)
        && (certificate.Accreditation is null || string.Equals(body.Accreditation, certificate.Accreditation, StringComparison.OrdinalIgnoreCase));

    private static AccreditationPosition? On(IReadOnlyList<CertificationBody> versions, DateOnly day)
    {
        var body = versions.FirstOrDefault(v => v.IsKnownOn(day));
        if (body is null)
            return null;
        var standing = StandingOf(body, day);
        var since = standing switch
        {
            AccreditationStanding.InForce => null,
            AccreditationStanding.Expired => body.ValidUntil?.AddDays(1),
            AccreditationStanding.Withdrawn when body.State is not AccreditationState.Withdrawn => body.Until,
            _ => VersionRuns.Since(versions, day, v => StandingOf(v, day) == standing),
        };
        return new(standing, since, body.Accreditation, body.Name, body.ValidUntil);
    }

    /// <summary>A body that the newest list no longer names has lost its accreditation.</summary>
    private static AccreditationStanding StandingOf(CertificationBody body, DateOnly day) => body switch
    {
        { State: AccreditationState.Withdrawn } => AccreditationStanding.Withdrawn,
        { Until: { } until } when until <= day => AccreditationStanding.Withdrawn,
        { ValidUntil: { } last } when last < day => AccreditationStanding.Expired,
        { State: AccreditationState.Suspended } => AccreditationStanding.Suspended,
        _ => AccreditationStanding.InForce,
    };
}
