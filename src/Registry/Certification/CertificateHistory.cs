using Registry.Facts;
using Registry.Notifications;

namespace Registry.Certification;

/// <summary>A line of a certificate's history.</summary>
/// <param name="What">Key of the words, e.g. <c>entered</c>, <c>auditHeld</c>, or a <see cref="DecisionKind"/>.</param>
/// <param name="On">Business day.</param>
/// <param name="Detail">Number of the decision, outcome of the audit, or null.</param>
/// <param name="ProposedBy">Who proposed, where it was decided.</param>
/// <param name="DecidedBy">Who decided.</param>
public sealed record HistoryLine(string What, DateOnly On, string? Detail = null, string? ProposedBy = null, string? DecidedBy = null);

/// <summary>Puts a history together from what the register keeps: versions, audits, decisions, reminders, and what came by date. Pure.</summary>
internal static class CertificateHistory
{
    public static IReadOnlyList<HistoryLine> Of(
        DeskCertificate certificate, IReadOnlyList<DeskDecision> decisions, IReadOnlyList<OutboxMail> reminders, DateOnly today) =>
        [
            .. Versions(certificate.Record.Versions, decisions)
                .Concat(certificate.Record.Audits.Where(a => a.HeldOn is not null).Select(a => new HistoryLine(a.Failed ? "auditFailed" : "auditHeld", a.HeldOn ?? default, a.Outcome)))
                .Concat(ByDate(certificate, today))
                .Concat(OfLabel(certificate.Label, decisions))
                .Concat(decisions.Select(OfDecision))
                .Concat(reminders.GroupBy(m => DayOf(m.WrittenAt)).Select(g => new HistoryLine(g.All(m => m.SentAt is not null) ? "reminded" : "reminderWaits", g.Key)))
                .OrderByDescending(l => l.On),
        ];

    /// <summary>Changes of state that no decision of the register made: taken over or imported.</summary>
    private static IEnumerable<HistoryLine> Versions(IReadOnlyList<Certificate> versions, IReadOnlyList<DeskDecision> decisions)
    {
        CertificateState? before = null;
        foreach (var version in versions)
        {
            var isDecided = decisions.Any(d => d.Decision.DecidedOn == version.KnownFrom && DecisionKinds.IsAboutCertificate(d.Decision.Kind));
            if (before is null)
                yield return new("entered", version.KnownFrom, version.State.ToString());
            else if (before != version.State && !isDecided)
                yield return new("state", version.KnownFrom, version.State.ToString());
            before = version.State;
        }
    }

    private static IEnumerable<HistoryLine> ByDate(DeskCertificate certificate, DateOnly today)
    {
        var position = certificate.Record.Position;
        if (position.Surveillance.OverdueSince is { } overdue)
            yield return new("overdue", overdue);
        if (position.State is CertificateState.Expired && position.Certificate.ExpiresOn < today)
            yield return new("expired", position.Certificate.ExpiresOn.AddDays(1));
        if (position.Accreditation is { Standing: not AccreditationStanding.InForce, Since: { } since })
            yield return new("accreditation", since, position.Accreditation.Standing.ToString());
    }

    private static IEnumerable<HistoryLine> OfLabel(LabelPosition? label, IReadOnlyList<DeskDecision> decisions)
    {
        if (label?.Label is { } granted && !decisions.Any(d => d.Decision.Number is not null && d.Decision.Number == granted.Decision))
            yield return new(nameof(DecisionKind.GrantLabel), granted.GrantedOn, granted.Number);
    }

    private static HistoryLine OfDecision(DeskDecision made) => made.Decision.State switch
    {
        DecisionState.Approved => new(made.Decision.Kind.ToString(), made.Decision.DecidedOn ?? default, made.Decision.Number, made.ProposedBy, made.DecidedBy),
        DecisionState.Rejected => new("rejected", DayOf(made.Decision.DecidedAt ?? made.Decision.ProposedAt), made.Decision.Answer, made.ProposedBy, made.DecidedBy),
        _ => new("proposed", DayOf(made.Decision.ProposedAt), made.Decision.Reason, made.ProposedBy),
    };

    private static DateOnly DayOf(DateTimeOffset instant) => BusinessClock.DayOf(instant);
}
