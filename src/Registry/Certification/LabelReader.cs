using Microsoft.EntityFrameworkCore;
using Registry.Companies;
using Registry.Data;

namespace Registry.Certification;

/// <summary>Reads labels with the state that follows for the business day. Nothing is kept between two questions.</summary>
public sealed class LabelReader(IDbContextFactory<RegistryDbContext> contexts, FactReader facts, CompanyRows companies, BusinessClock clock)
{
    /// <summary>The label with a number however it was typed, or null: unknown, forged and mistyped numbers have none.</summary>
    public async Task<LabelView?> FindAsync(string text, CancellationToken cancel)
    {
        var number = LabelNumber.Canonical(text);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var holder = await db.Labels.Where(l => l.Number == number && l.KnownTo == null).Select(l => l.Bin).FirstOrDefaultAsync(cancel);
        if (holder is null)
            return null;
        var all = await facts.CertificationAsync([holder], cancel);
        var position = LabelPosition.Of(number, all[0], await facts.CalendarAsync(clock.Today, cancel), clock.Today);
        return position.Label is null ? null : ViewOf(position, (await companies.ReadAsync([holder], cancel)).GetValueOrDefault(holder));
    }

    /// <summary>All labels ever granted, by number.</summary>
    public async Task<IReadOnlyList<LabelView>> AllAsync(CancellationToken cancel)
    {
        var positions = await PositionsAsync(cancel);
        var rows = await companies.ReadAsync([.. positions.Select(p => p.Label!.Bin).Distinct()], cancel);
        return [.. positions.Select(p => ViewOf(p, rows.GetValueOrDefault(p.Label!.Bin))).OrderBy(l => l.Number, StringComparer.Ordinal)];
    }

    /// <summary>Positions of all labels ever granted.</summary>
    internal async Task<IReadOnlyList<LabelPosition>> PositionsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var holders = await db.Labels.Where(l => l.KnownTo == null).Select(l => l.Bin).Distinct().ToListAsync(cancel);
        var sources = await facts.CalendarAsync(clock.Today, cancel);
        var all = await facts.CertificationAsync(holders, cancel);
        return [.. all.SelectMany(f => LabelPosition.AllOf(f, sources, clock.Today))];
    }

    private LabelView ViewOf(LabelPosition position, Company? company) => LabelView.Of(position, company, clock.Today);
}
