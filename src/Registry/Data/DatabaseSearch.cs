using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Registry.Companies;
using Registry.Names;
using Registry.Search;

namespace Registry.Data;

/// <summary>
/// Finds companies without any index: by the exact number, by the exact name however it is written (its key), or all of them in the order
/// of the numbers. Filters hold where the database has their column; facets are not counted.
/// </summary>
public sealed class DatabaseSearch(IDbContextFactory<RegistryDbContext> contexts, CompanyDocuments documents)
{
    /// <summary>Marks our places, which mean nothing to an engine.</summary>
    private const string Place = "db:";

    private const int MostHits = 100;

    /// <summary>Finds a page of companies; always marked as degraded.</summary>
    /// <exception cref="FormatException">The cursor is not one of this order.</exception>
    public async Task<CompanyPage> FindAsync(CompanyQuery query, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var cursor = PageCursor.Parse(query.Cursor, query.Sort);
        // The engine's next page is not known here: rather none than a wrong one.
        if (cursor is not null && !cursor.Key.StartsWith(Place, StringComparison.Ordinal))
            return Page(0, [], null, started);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (Matching(db.Companies.AsNoTracking(), query) is not { } matching)
            return Page(0, [], null, started);
        var limit = Math.Clamp(query.Limit, 1, MostHits);
        var after = cursor?.Key[Place.Length..] ?? "";
        var total = await matching.LongCountAsync(cancel);
#pragma warning disable CA1309, CA1310, MA0074 // Translated to the database's own order, the one that OrderBy uses.
        var bins = await matching.Where(c => string.Compare(c.Bin, after) > 0).OrderBy(c => c.Bin).Take(limit + 1).Select(c => c.Bin).ToListAsync(cancel);
#pragma warning restore CA1309, CA1310, MA0074
        var shown = bins.Take(limit).ToList();
        var found = (await documents.ReadAsync(shown, cancel)).ToDictionary(d => d.Hit.Bin, d => d.Hit, StringComparer.Ordinal);
        var next = bins.Count > limit ? new PageCursor(query.Sort, Ranked: false, Place + shown[^1]).ToString() : null;
        return Page(total, [.. shown.Where(found.ContainsKey).Select(bin => Explained(found[bin], query.Text))], next, started);
    }

    private static CompanyPage Page(long total, IReadOnlyList<CompanyHit> hits, string? next, long started) => new(
        total,
        next,
        hits,
        Facets.All.ToDictionary(f => f, IReadOnlyList<FacetCount> (_) => [], StringComparer.Ordinal),
        Stopwatch.GetElapsedTime(started).TotalMilliseconds,
        Degraded: true);

    /// <summary>The companies asked for, or null where the database has no column to tell them by.</summary>
    private static IQueryable<Company>? Matching(IQueryable<Company> companies, CompanyQuery query)
    {
        if (OfText(companies, query.Text?.Trim()) is not { } found)
            return null;
        foreach (var (facet, values) in query.Filters.Where(f => f.Value.Count > 0))
        {
            if (Filtered(found, facet, values) is not { } filtered)
                return null;
            found = filtered;
        }
        return found;
    }

    private static IQueryable<Company>? OfText(IQueryable<Company> companies, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return companies;
        if (QueryNumber.Of(text) is { } number)
            return companies.Where(c => c.Bin == number);
        var key = NameKey.Of(text);
        return key.Length == 0 ? null : companies.Where(c => c.NameKey == key);
    }

    private static IQueryable<Company>? Filtered(IQueryable<Company> companies, string facet, IReadOnlyList<string> values)
    {
        switch (facet)
        {
            case Facets.Region:
                return companies.Where(c => values.Contains(c.Region));
            case Facets.Oked:
                return companies.Where(c => values.Contains(c.Section));
            case Facets.Size:
                return companies.Where(c => values.Contains(c.Krp));
            case Facets.Status:
                var statuses = values.Select(v => Enum.TryParse<CompanyStatus>(v, out var status) ? status : (CompanyStatus?)null).OfType<CompanyStatus>().ToList();
                return companies.Where(c => statuses.Contains(c.Status));
            default:
                return null;
        }
    }

    private static CompanyHit Explained(CompanyHit hit, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return hit;
        if (QueryNumber.Of(text) is not null)
            return hit with { Score = 1, Matched = MatchReason.Number(hit.Bin) };
        var name = hit.NameRu is { } ru ? new NameText(MatchFields.NameRu, ru)
            : hit.NameKk is { } kk ? new NameText(MatchFields.NameKk, kk)
            : new NameText(MatchFields.NameEn, hit.NameEn ?? hit.Bin);
        return hit with { Score = 1, Matched = MatchReason.Of(text, TypedWord.Of(NormalisedName.Of(text)), name, swapped: false) };
    }
}
