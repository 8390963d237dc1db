using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Companies;
using Registry.Data;

namespace Registry.Certification;

/// <summary>A certificate at the desk.</summary>
/// <param name="Label">The label that rests on it, the newest; null without one.</param>
/// <param name="Open">The proposal about it that waits; null without one.</param>
public sealed record DeskCertificate(
    CertificateRecord Record, IReadOnlyList<CertificateQueue> Queues, LabelPosition? Label, Decision? Open)
{
    /// <summary>Where the source says something else of the certificate than the desk.</summary>
    public IReadOnlyList<SourceDifference> Differences => DeskHold.DifferencesOf(Record.Position.Certificate);

    /// <summary>The same of its audits, with the day for which each was planned.</summary>
    public IReadOnlyList<(DateOnly PlannedOn, SourceDifference Difference)> AuditDifferences =>
        [.. Record.Audits.SelectMany(audit => DeskHold.DifferencesOf(audit).Select(difference => (audit.PlannedOn, difference)))];
}

/// <summary>A label at the desk.</summary>
/// <param name="Open">The proposal about it that waits; null without one.</param>
public sealed record DeskLabel(LabelView View, Decision? Open);

/// <summary>A proposal or decision with the names of its people.</summary>
/// <param name="Application">Of a grant: the application.</param>
public sealed record DeskDecision(Decision Decision, string? ProposedBy, string? DecidedBy, Company? Company, LabelApplication? Application);

/// <summary>An application with its company.</summary>
public sealed record DeskApplication(LabelApplication Application, Company? Company, string? AppliedBy);

/// <summary>Reads what the desk shows; nothing for those who may not read it.</summary>
public sealed class DeskReader(
    IDbContextFactory<RegistryDbContext> contexts, CertificateReader certificates, LabelReader labels, CompanyRows companies,
    Colleagues colleagues, BusinessClock clock)
{
    /// <summary>All certificates with their queues; those in a queue first.</summary>
    public async Task<IReadOnlyList<DeskCertificate>> CertificatesAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadCertification))
            return [];
        var records = await certificates.RecordsAsync(null, cancel);
        var resting = (await labels.PositionsAsync(cancel)).ToLookup(l => l.Label!.Certificate, StringComparer.Ordinal);
        var open = await OpenAsync(cancel);
        return
        [
            .. records.Select(record => Of(record, resting[record.Position.Certificate.Number].FirstOrDefault(), open))
                .OrderBy(c => c.Queues.Count == 0).ThenBy(c => c.Queues.Count == 0 ? 0 : (int)c.Queues[0])
                .ThenBy(c => c.Record.Position.Surveillance.DueOn ?? DateOnly.MaxValue)
                .ThenBy(c => c.Record.Position.Certificate.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>All labels.</summary>
    public async Task<IReadOnlyList<DeskLabel>> LabelsAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadCertification))
            return [];
        var open = await OpenAsync(cancel);
        return [.. (await labels.AllAsync(cancel)).Select(l => new DeskLabel(l, open.GetValueOrDefault(l.Number)))];
    }

    /// <summary>Proposals that wait, the oldest first, then what was decided, the newest first.</summary>
    public async Task<IReadOnlyList<DeskDecision>> DecisionsAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadCertification))
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await NamedAsync(db, await db.Decisions.AsNoTracking().ToListAsync(cancel), cancel);
    }

    /// <summary>Applications, those that wait first.</summary>
    public async Task<IReadOnlyList<DeskApplication>> ApplicationsAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadCertification))
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var applications = await db.LabelApplications.AsNoTracking().ToListAsync(cancel);
        var rows = await companies.ReadAsync([.. applications.Select(a => a.Bin).Distinct()], cancel);
        var people = await colleagues.NamesAsync(applications.Select(a => a.AppliedBy), cancel);
        return
        [
            .. applications.OrderBy(a => a.State).ThenByDescending(a => a.AppliedAt)
                .Select(a => new DeskApplication(a, rows.GetValueOrDefault(a.Bin), people.GetValueOrDefault(a.AppliedBy))),
        ];
    }

    /// <summary>Everything that happened to a certificate and the label resting on it, the newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(Actor actor, DeskCertificate certificate, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadCertification))
            return [];
        var number = certificate.Record.Position.Certificate.Number;
        var label = certificate.Label?.Label?.Number;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var decisions = await NamedAsync(
            db, await db.Decisions.AsNoTracking().Where(d => d.Subject == number || (label != null && d.Subject == label)).ToListAsync(cancel), cancel);
        var key = $"/{number}/";
        var reminders = await db.Outbox.AsNoTracking().Where(m => m.Key.Contains(key)).ToListAsync(cancel);
        return CertificateHistory.Of(certificate, decisions, reminders, clock.Today);
    }

    private DeskCertificate Of(CertificateRecord record, LabelPosition? label, Dictionary<string, Decision> open)
    {
        var decision = open.GetValueOrDefault(record.Position.Certificate.Number);
        return new(record, CertificateQueues.Of(record.Position, decision is not null, clock.Today), label, decision);
    }

    private async Task<Dictionary<string, Decision>> OpenAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var open = await db.Decisions.AsNoTracking().Where(d => d.State == DecisionState.Proposed && d.Subject != "").ToListAsync(cancel);
        return open.GroupBy(d => d.Subject).ToDictionary(d => d.Key, d => d.First(), StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<DeskDecision>> NamedAsync(RegistryDbContext db, IReadOnlyList<Decision> decisions, CancellationToken cancel)
    {
        var people = await colleagues.NamesAsync(decisions.SelectMany(d => new[] { d.ProposedBy, d.DecidedBy }).OfType<string>(), cancel);
        var rows = await companies.ReadAsync([.. decisions.Select(d => d.Bin).Distinct()], cancel);
        var ids = decisions.Select(d => d.ApplicationId).OfType<Guid>().ToList();
        var applications = await db.LabelApplications.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        return
        [
            .. decisions.OrderBy(d => d.State is not DecisionState.Proposed).ThenBy(d => d.State is DecisionState.Proposed ? d.ProposedAt : DateTimeOffset.MinValue)
                .ThenByDescending(d => d.DecidedAt)
                .Select(d => new DeskDecision(
                    d, people.GetValueOrDefault(d.ProposedBy), d.DecidedBy is { } by ? people.GetValueOrDefault(by) : null, rows.GetValueOrDefault(d.Bin),
                    d.ApplicationId is { } id ? applications.GetValueOrDefault(id) : null)),
        ];
    }
}
