namespace Registry.Certification;

/// <summary>Why a certificate waits for somebody at the desk.</summary>
public enum CertificateQueue
{
    /// <summary>A draft to be handed in, or a submission or proposal to be decided.</summary>
    ToDecide,
    SurveillanceOverdue,
    SurveillanceIn7Days,
    SurveillanceIn30Days,
    SurveillanceIn60Days,
    SuspendedOverSixMonths,
    Expiring,

    /// <summary>The accreditation of its body is not in force.</summary>
    Cascade,
}

/// <summary>In which queues a certificate stands. Pure.</summary>
public static class CertificateQueues
{
    /// <summary>Recertification takes its time: a certificate is shown so long before its end.</summary>
    public const int ExpiringDays = 90;

    /// <summary>The queues of a position; of the days before an audit the nearest only.</summary>
    /// <param name="isUnderDecision">Whether a proposal about it is open.</param>
    public static IReadOnlyList<CertificateQueue> Of(CertificatePosition position, bool isUnderDecision, DateOnly today)
    {
        var queues = new List<CertificateQueue>();
        if (isUnderDecision || position.State is CertificateState.Draft or CertificateState.Submitted)
            queues.Add(CertificateQueue.ToDecide);
        if (position.State is not (CertificateState.Active or CertificateState.Suspended))
            return queues;
        if (OfSurveillance(position.Surveillance, today) is { } surveillance)
            queues.Add(surveillance);
        if (position.SuspensionEndsOn < today)
            queues.Add(CertificateQueue.SuspendedOverSixMonths);
        if (position.Certificate.ExpiresOn <= today.AddDays(ExpiringDays))
            queues.Add(CertificateQueue.Expiring);
        if (position.Accreditation.Standing is not AccreditationStanding.InForce)
            queues.Add(CertificateQueue.Cascade);
        return queues;
    }

    private static CertificateQueue? OfSurveillance(SurveillancePosition surveillance, DateOnly today) =>
        surveillance.DueOn is not { } due ? null
        : due < today ? CertificateQueue.SurveillanceOverdue
        : (due.DayNumber - today.DayNumber) switch
        {
            <= 7 => CertificateQueue.SurveillanceIn7Days,
            <= 30 => CertificateQueue.SurveillanceIn30Days,
            <= 60 => CertificateQueue.SurveillanceIn60Days,
            _ => null,
        };
}
