using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Facts;
using Registry.Sources;

namespace Registry.Import;

/// <summary>
/// What a new list means for the one that stands, found out before anything is written: which entries it lacks,
/// and whether a newer list is already there.
/// </summary>
/// <param name="Source">Source of the entries.</param>
/// <param name="Day">The list's own day.</param>
/// <param name="Later">Day of the first newer list already loaded; then this one takes nothing off and its entries end there.</param>
/// <param name="Standing">Entries that stand.</param>
/// <param name="Lacking">Entries that stand and are not on the new list.</param>
internal sealed record SnapshotPlan(string Source, DateOnly Day, DateOnly? Later, long Standing, IReadOnlyList<Fact> Lacking)
{
    public long Removed => Lacking.Count;

    /// <summary>Reads the list through once; null for a source whose files only add and change.</summary>
    public static async Task<SnapshotPlan?> MakeAsync(
        IDbContextFactory<RegistryDbContext> contexts, FactWriter writer, Source source, ImportRequest request, ReadOptions options, CancellationToken cancel)
    {
        using (var first = source.Open(request.Files[0], options))
        {
            if (!first.IsSnapshot)
                return null;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var keys = new SeenKeys();
        var named = new HashSet<string>(StringComparer.Ordinal);
        string? list = null;
        DateOnly? day = null;
        await foreach (var chunk in ImportRows.ReadAsync(source, request.Files, options, cancel))
        {
            list = chunk.Source;
            day = chunk.Day > day || day is null ? chunk.Day : day;
            IReadOnlyList<Fact> entries = [.. chunk.Rows.SelectMany(r => r.Facts).Where(f => f is IListed)];
            foreach (var entry in await writer.ReplaceIinsAsync(db, entries, write: false, cancel))
                keys.Add(entry);
            IReadOnlyList<Fact> refused = [.. chunk.Rows.SelectMany(r => r.Refused).Where(f => f is IListed && f.Bin.Length > 0)];
            named.UnionWith((await writer.ReplaceIinsAsync(db, refused, write: false, cancel)).Select(f => f.Bin));
        }
        if (list is null)
            return null;
        var of = day ?? request.AsOf ?? options.Today;
        var later = await db.SourceLoads.Where(l => l.Source == list && l.AsOf > of).MinAsync(l => (DateOnly?)l.AsOf, cancel);
        var standing = await StandingAsync(db.ListEntries, list, e => e.Until == null, cancel);
        standing.AddRange(await StandingAsync(db.CertificationBodies, list, e => e.Until == null, cancel));
        IReadOnlyList<Fact> lacking = later is null ? [.. standing.Where(e => !keys.Contains(e) && !named.Contains(e.Bin))] : [];
        return new(list, of, later, standing.Count, lacking);
    }

    private static async Task<List<Fact>> StandingAsync<T>(
        IQueryable<T> facts, string list, Expression<Func<T, bool>> stands, CancellationToken cancel)
        where T : Fact =>
        [.. await facts.AsNoTracking().Where(f => f.Source == list && f.KnownTo == null).Where(stands).ToListAsync(cancel)];
}
