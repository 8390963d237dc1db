using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Data;

public sealed class MigrationTests
{
    [Theory, EachDatabase]
    public async Task The_model_has_no_change_without_a_migration(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory, EachDatabase]
    public async Task Databases_of_two_tests_know_nothing_of_each_other(DatabaseProvider provider)
    {
        await using var one = await TestDatabase.CreateAsync(provider);
        await using var other = await TestDatabase.CreateAsync(provider);
        await using (var db = one.CreateContext())
        {
            db.IndexQueue.Add(new Registry.Search.IndexQueueEntry { Bin = "150340012347" });
            await db.SaveChangesAsync();
        }

        await using var empty = other.CreateContext();
        Assert.False(await empty.IndexQueue.AnyAsync());
    }
}
