using Registry.Facts;

namespace Registry.Certification;

/// <summary>A certificate as it stands on a day: what the register says of it, and what follows by date and by its body.</summary>
/// <param name="Certificate">The version known on the day.</param>
/// <param name="State">State on the day; expiry comes by date.</param>
/// <param name="StateSince">First day of the state, as far as the register knows it.</param>
public sealed record CertificatePosition(
    Certificate Certificate, CertificateState State, DateOnly StateSince, SurveillancePosition Surveillance, AccreditationPosition Accreditation)
{
    /// <summary>Longest suspension; after it the certificate is to be withdrawn (methodology §10).</summary>
    public const int MonthsOfSuspension = 6;

    /// <summary>Last day of the suspension; null while not suspended.</summary>
    public DateOnly? SuspensionEndsOn => State is CertificateState.Suspended ? StateSince.AddMonths(MonthsOfSuspension) : null;

    /// <summary>Derives the position, or null for a certificate not known on the day.</summary>
    /// <param name="versions">All versions of one certificate.</param>
    /// <param name="audits">All versions of its audits.</param>
    /// <param name="bodies">All versions of the accreditations that it may mean.</param>
    public static CertificatePosition? Of(
        IReadOnlyList<Certificate> versions, IEnumerable<Surveillance> audits, IEnumerable<CertificationBody> bodies, DateOnly day)
    {
        if (versions.FirstOrDefault(v => v.IsKnownOn(day)) is not { } certificate)
            return null;
        var state = certificate.StateOn(day);
        return new(
            certificate,
            state,
            SinceOf(versions, certificate, state, day),
            SurveillancePosition.Of(certificate, audits.Where(a => a.Number == certificate.Number && a.IsKnownOn(day)), day),
            AccreditationPosition.Of(certificate, bodies, day));
    }

    private static DateOnly SinceOf(IReadOnlyList<Certificate> versions, Certificate certificate, CertificateState state, DateOnly day)
    {
        if (state is CertificateState.Expired && certificate.State is not CertificateState.Expired)
            return certificate.ExpiresOn.AddDays(1);
        var since = VersionRuns.Since(versions, day, v => v.State == certificate.State);
        // Active from the first thing the register heard of it: then since its issue.
        return state is CertificateState.Active && (since is null || VersionRuns.IsFromTheFirst(versions, since))
            ? certificate.IssuedOn
            : since ?? certificate.KnownFrom;
    }
}
