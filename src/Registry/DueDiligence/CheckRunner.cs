using Registry.Access;
using Registry.Companies;
using Registry.Data;
using Registry.Indices;
using Registry.Sources;

namespace Registry.DueDiligence;

/// <summary>Makes a check of one entity, as the register knows it on the business day, and stores it.</summary>
public sealed class CheckRunner(FactReader facts, CheckStore store, BusinessClock clock)
{
    /// <summary>Makes and stores a check; a number that no register knows gives a report too, with the verdict <see cref="Verdict.Stop"/>.</summary>
    /// <param name="actor">Who makes it; a guest too. The trace names his id only.</param>
    /// <param name="bin">BIN or register number in canonical form.</param>
    /// <param name="requestedBy">Who asks, as they call themselves; null for a guest.</param>
    public async Task<CheckReport> RunAsync(Actor actor, string bin, CheckPurpose purpose, string? requestedBy, CancellationToken cancel)
    {
        var day = clock.Today;
        var all = await facts.ReadAsync([bin], cancel);
        var known = all[0].KnownOn(day);
        var sources = await facts.CalendarAsync(day, cancel);
        var peers = new PeerBook(await facts.PeersAsync(day, EntityProfile.Of(known, day).PeerGroups, cancel));
        var context = new ScoringContext(day, Methodology.Current, peers, sources);
        var company = await store.CompanyAsync(bin, cancel);
        var input = new CheckInput(
            known, IndexCalculator.Compute(known, context), context, purpose, company is not null || known.Registrations.Count > 0);
        var report = Report(input, company, requestedBy);
        await store.AddAsync(actor, Stored(report), purpose, cancel);
        return report;
    }

    private CheckReport Report(CheckInput input, Company? company, string? requestedBy)
    {
        var findings = CheckCatalogue.Run(input);
        var registration = input.Profile.Registration;
        var report = new CheckReport
        {
            Id = Guid.NewGuid(),
            Bin = input.Known.Bin,
            NameRu = company?.NameRu ?? registration?.NameRu,
            NameKk = company?.NameKk ?? registration?.NameKk,
            NameEn = company?.NameEn,
            Purpose = input.Purpose,
            Verdict = findings.Verdict,
            CreatedAt = clock.Now,
            AsOf = input.Day,
            RequestedBy = requestedBy,
            Items = findings.Items,
            Indices = input.Indices,
            Sources = Used(findings, input.Context.Sources),
            Methodology = input.Context.Methodology.Version,
            Code = CheckCode.Draw(),
        };
        return report with { Hash = CheckProof.Hash(CheckProof.Canonical(report)) };
    }

    private static StoredCheck Stored(CheckReport report) => new()
    {
        Id = report.Id,
        Bin = report.Bin,
        Code = report.Code,
        Hash = report.Hash,
        Verdict = report.Verdict,
        CreatedAt = report.CreatedAt,
        Json = CheckProof.Canonical(report),
    };

    private static SortedDictionary<string, DateOnly> Used(CheckFindings findings, SourceCalendar sources)
    {
        var used = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var item in findings.Items)
        {
            if (item.Source is { } source && sources.LatestOf(source) is { } latest)
                used[source] = latest;
        }
        return used;
    }
}
