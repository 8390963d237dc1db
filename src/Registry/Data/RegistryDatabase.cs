using Microsoft.EntityFrameworkCore;

namespace Registry.Data;

/// <summary>The database as a whole: brought to the present model, asked whether it answers.</summary>
public sealed class RegistryDatabase(IDbContextFactory<RegistryDbContext> contexts)
{
    /// <summary>Brings the tables to the present model; does nothing where they are. Safe beside another process that does the same.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>Whether the database answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.CanConnectAsync(cancel);
    }
}
