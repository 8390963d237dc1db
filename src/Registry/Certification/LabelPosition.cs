using Registry.DueDiligence;
using Registry.Facts;
using Registry.Indices;
using Registry.Search;
using Registry.Sources;

namespace Registry.Certification;

/// <summary>
/// A label as it stands on a day (methodology §9). Pure: the same facts and the same day give the same state, and nobody types it.
/// </summary>
/// <param name="Label">The label as granted; null where no label has the number.</param>
/// <param name="Since">First day of the state, as far as the register knows it.</param>
/// <param name="Until">Last day of the label's term: twelve months or the certificate's end, whichever is first.</param>
/// <param name="Reasons">Every condition that is not met, the heaviest first; empty only for a valid label.</param>
/// <param name="Certificate">The certificate on which it rests, where the register has it.</param>
/// <param name="NotChecked">Lists of stop factors that are not loaded or too old to prove anything; they suspend nothing.</param>
public sealed record LabelPosition(
    Label? Label,
    LabelState State,
    DateOnly? Since,
    DateOnly? Until,
    IReadOnlyList<LabelReason> Reasons,
    CertificatePosition? Certificate,
    IReadOnlyList<string> NotChecked)
{
    /// <summary>Longest term of a label in months.</summary>
    public const int Months = 12;

    /// <summary>What a search hit says of the label.</summary>
    public HitLabel AsHit() => new(Label?.Number ?? "", State.ToString());

    /// <summary>A number that no label has.</summary>
    public static LabelPosition Unknown { get; } = new(null, LabelState.Unknown, null, null, [], null, []);

    /// <summary>Last day of a term that begins on <paramref name="from"/>: twelve months or the certificate's end.</summary>
    public static DateOnly TermFrom(DateOnly from, DateOnly certificateEnds)
    {
        var year = from.AddMonths(Months).AddDays(-1);
        return year < certificateEnds ? year : certificateEnds;
    }

    /// <summary>The labels that an entity has on a day: the valid one first, then by the newest grant.</summary>
    /// <param name="all">All versions of the entity's facts.</param>
    public static IReadOnlyList<LabelPosition> AllOf(EntityFacts all, SourceCalendar sources, DateOnly day) =>
        all.Labels.Count == 0 ? [] :
        [
            .. all.Labels.Select(l => l.Number).Distinct(StringComparer.Ordinal)
                .Select(number => Of(number, all, sources, day))
                .Where(p => p.Label is not null)
                .OrderBy(p => p.State).ThenByDescending(p => p.Label!.GrantedOn).ThenBy(p => p.Label!.Number, StringComparer.Ordinal),
        ];

    /// <summary>Derives the state of a label.</summary>
    /// <param name="all">All versions of the facts of the entity that the label was granted to.</param>
    public static LabelPosition Of(string number, EntityFacts all, SourceCalendar sources, DateOnly day)
    {
        var label = all.Labels.FirstOrDefault(l => l.Number == number && l.IsKnownOn(day));
        if (label is null || label.GrantedOn > day)
            return Unknown;
        var certificate = CertificatePosition.Of(
            [.. all.Certificates.Where(c => c.Number == label.Certificate)], all.Surveillance, all.CertificationBodies, day);
        var course = LabelCourse.Of(label, all.LabelEvents, certificate?.Certificate, day);
        var known = all.KnownOn(day);
        var reasons = course.Reasons(day)
            .Concat(Stops(known, day))
            .Concat(certificate is null ? [new(LabelReasons.CertificateUnknown, null)] : OfCertificate(certificate))
            .Concat(OfCompany(label, known, day))
            .OrderBy(r => Rank(r.Id))
            .ToList();
        var state = StateOf(reasons);
        return new(label, state, SinceOf(state, reasons, course), course.Until, reasons, certificate, NotCheckedOf(sources));
    }

    private static LabelState StateOf(List<LabelReason> reasons) => reasons.Count == 0 ? LabelState.Valid : reasons[0].Id switch
    {
        LabelReasons.Revoked => LabelState.Revoked,
        LabelReasons.Expired => LabelState.Expired,
        LabelReasons.UnderReview => LabelState.UnderReview,
        _ => LabelState.Suspended,
    };

    /// <summary>A suspended label is so from its first unmet condition on; the others name their day in the heaviest reason.</summary>
    private static DateOnly? SinceOf(LabelState state, List<LabelReason> reasons, LabelCourse course) => state switch
    {
        LabelState.Valid => course.From,
        LabelState.Suspended => reasons.Min(r => r.Since) is { } first && first > course.From ? first : course.From,
        _ => reasons[0].Since,
    };

    private static IEnumerable<LabelReason> OfCertificate(CertificatePosition position)
    {
        var id = position.State switch
        {
            CertificateState.Active => null,
            CertificateState.Suspended => LabelReasons.CertificateSuspended,
            CertificateState.Withdrawn => LabelReasons.CertificateWithdrawn,
            CertificateState.Expired => LabelReasons.CertificateExpired,
            CertificateState.Cancelled => LabelReasons.CertificateCancelled,
            _ => LabelReasons.CertificateNotIssued,
        };
        if (id is not null)
            yield return new(id, position.StateSince, null, position.Certificate.Source);
        var accreditation = position.Accreditation;
        var lost = accreditation.Standing switch
        {
            AccreditationStanding.InForce => null,
            AccreditationStanding.Suspended => LabelReasons.AccreditationSuspended,
            AccreditationStanding.Withdrawn => LabelReasons.AccreditationWithdrawn,
            AccreditationStanding.Expired => LabelReasons.AccreditationExpired,
            _ => LabelReasons.AccreditationUnknown,
        };
        if (lost is not null)
            yield return new(lost, accreditation.Since, accreditation.Number, "certification-bodies", accreditation.TransferBy);
        if (position.Surveillance.IsOverdue)
            yield return new(LabelReasons.SurveillanceOverdue, position.Surveillance.OverdueSince);
    }

    private static IEnumerable<LabelReason> Stops(EntityFacts known, DateOnly day) =>
        StopFacts.Of(known, day).Select(stop => new LabelReason(LabelReasons.StopFactor, stop.Since, stop.Id, stop.Source));

    private static IEnumerable<LabelReason> OfCompany(Label label, EntityFacts known, DateOnly day)
    {
        if (label.ObligationsSignedOn is not { } signed || signed > day)
            yield return new(LabelReasons.ObligationsNotSigned, null);
        if (!EntityProfile.Of(known, day).IsRegistered)
            yield return new(LabelReasons.CompanyUnknown, null);
    }

    private static IReadOnlyList<string> NotCheckedOf(SourceCalendar sources) =>
        [.. StopFacts.Sources.Where(s => sources.LatestOf(s) is null || !sources.IsFresh(s))];

    private static int Rank(string id)
    {
        for (var i = 0; i < LabelReasons.All.Count; i++)
        {
            if (LabelReasons.All[i] == id)
                return i;
        }
        return LabelReasons.All.Count;
    }
}
