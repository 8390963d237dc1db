using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Data;
using Registry.Setup;
using Registry.Web.Setup;
using Microsoft.Extensions.Configuration;

namespace Registry.Tests.Support;

/// <summary>Accounts and keys on a database of their own, put together as the register does it.</summary>
internal sealed class TestAccess : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    private TestAccess(TestDatabase database)
    {
        this.database = database;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddRegistry(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Registry:DataDirectory"] = folder.Path,
            ["Registry:Database:Provider"] = database.Provider.ToString(),
            ["Registry:Database:ConnectionString"] = database.ConnectionString,
        }).Build());
        collection.AddDataProtection().UseEphemeralDataProtectionProvider();
        collection.AddSingleton<ISecretSeal, DataProtectionSeal>();
        services = collection.BuildServiceProvider();
    }

    public Accounts Accounts => services.GetRequiredService<Accounts>();
    public OwnAccount Own => services.GetRequiredService<OwnAccount>();
    public ApiKeys Keys => services.GetRequiredService<ApiKeys>();
    public CompanyClaims Claims => services.GetRequiredService<CompanyClaims>();
    public DemoAccounts Demo => services.GetRequiredService<DemoAccounts>();

    public static async Task<TestAccess> CreateAsync(DatabaseProvider provider) => new(await TestDatabase.CreateAsync(provider));

    /// <summary>Makes an account and answers its id and password.</summary>
    public async Task<(Guid Id, string Password)> AddAsync(string email, params Role[] roles)
    {
        var done = (AccountChange.Done)await Accounts.AddAsync(Actor.System, new NewAccount(email, "Асель Тестова", roles), CancellationToken.None);
        return (done.Id, done.Secret!);
    }

    /// <summary>The account as it stands.</summary>
    public async Task<User> UserAsync(Guid id)
    {
        await using var db = database.CreateContext();
        return await db.Users.AsNoTracking().SingleAsync(u => u.Id == id);
    }

    /// <summary>Asks Identity in a scope of its own.</summary>
    public async Task<T> IdentityAsync<T>(Func<UserManager<User>, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<UserManager<User>>());
    }

    /// <summary>What stands in the trace, in its order.</summary>
    public async Task<IReadOnlyList<(string What, string Subject)>> TraceAsync()
    {
        await using var db = database.CreateContext();
        return [.. (await db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync()).Select(e => (e.What, e.Subject))];
    }

    public RegistryDbContext CreateContext() => database.CreateContext();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }
}
