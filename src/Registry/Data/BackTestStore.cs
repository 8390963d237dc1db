using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Indices;
using Registry.Indices.Evidence;
using Registry.Setup;

namespace Registry.Data;

/// <summary>Keeps back-tests and finds them again.</summary>
public sealed class BackTestStore(IDbContextFactory<RegistryDbContext> contexts)
{
    /// <summary>Keeps a result beside the earlier ones.</summary>
    public async Task AddAsync(BackTestResult result, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.BackTests.Add(new StoredBackTest
        {
            Id = Guid.CreateVersion7(result.ComputedAt),
            Index = result.Index,
            AsOf = result.AsOf,
            ComputedAt = result.ComputedAt,
            Methodology = result.Methodology,
            Result = JsonSerializer.Serialize(result, RegistryJson.Options),
        });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The newest result of an index, or null where none was computed yet.</summary>
    public async Task<BackTestResult?> LatestAsync(IndexId index, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var json = await db.BackTests.Where(b => b.Index == index)
            .OrderByDescending(b => b.ComputedAt).ThenByDescending(b => b.Id)
            .Select(b => b.Result).FirstOrDefaultAsync(cancel);
        return json is null ? null : JsonSerializer.Deserialize<BackTestResult>(json, RegistryJson.Options);
    }
}
