using Registry.Facts;

namespace Registry.Certification;

/// <summary>How the surveillance of a certificate stands on a day (methodology §10: an audit at least every twelve months).</summary>
/// <param name="LastHeldOn">Day of the last audit that was passed; null before the first.</param>
/// <param name="DueOn">Last day for the next audit; null where the certificate ends before it, or holds no more.</param>
/// <param name="IsOverdue">Whether that day has passed.</param>
public sealed record SurveillancePosition(DateOnly? LastHeldOn, DateOnly? DueOn, bool IsOverdue)
{
    /// <summary>Most months between two audits.</summary>
    public const int Months = 12;

    /// <summary>First day of being overdue.</summary>
    public DateOnly? OverdueSince => IsOverdue ? DueOn?.AddDays(1) : null;

    /// <summary>
    /// The next audit is due on the first planned day after the last audit passed, at the latest twelve months after it;
    /// before the first audit the day of issue counts.
    /// </summary>
    /// <param name="known">Audits of the certificate known on the day.</param>
    public static SurveillancePosition Of(Certificate certificate, IEnumerable<Surveillance> known, DateOnly day)
    {
        var audits = known.ToList();
        var held = audits.Where(a => a is { Failed: false } && a.HeldOn <= day).Select(a => a.HeldOn).Max();
        if (certificate.StateOn(day) is not (CertificateState.Active or CertificateState.Suspended))
            return new(held, null, false);
        var from = held > certificate.IssuedOn ? held.Value : certificate.IssuedOn;
        var due = from.AddMonths(Months);
        foreach (var audit in audits.Where(a => a.PlannedOn > from && !(a.HeldOn <= day && !a.Failed)))
            due = audit.PlannedOn < due ? audit.PlannedOn : due;
        return due > certificate.ExpiresOn ? new(held, null, false) : new(held, due, day > due);
    }
}
