using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Companies;
using Registry.Data;
using Registry.Facts;
using Registry.Search;
using Registry.Tests.Support;
using Registry.Web.Setup;
using Xunit;

namespace Registry.Tests.Web.Api;

/// <summary>The host as it is served, over a real database and index of a few companies.</summary>
public sealed class RegisterHost : WebApplicationFactory<Startup>, IAsyncLifetime
{
    /// <summary>A company with a common name.</summary>
    public const string Known = "990140000384";

    /// <summary>A company whose name tries to be markup.</summary>
    public const string Hostile = "990240000398";

    /// <summary>A number that no company has; its check digit fits.</summary>
    public const string Absent = "990340000301";

    /// <summary>IIN of the sole proprietor in the register.</summary>
    public const string ProprietorIin = "880101300123";

    /// <summary>What the register calls him.</summary>
    public const string ProprietorNumber = "P00000000010";

    /// <summary>Name of <see cref="Hostile"/>.</summary>
    public const string HostileName = "ТОО \"<script>alert(1)</script>\"";

    private readonly TemporaryFolder folder = new();

    /// <summary>API requests allowed per minute; 0 is without limit.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>Further settings by key.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var ready = CreateClient();
        await WaitUntilReadyAsync(ready);
        await using var db = await Services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync();
        db.Companies.AddRange(
            CompanyOf(Known, "ТОО \"Алатау Сервис\"", "Alatau Service LLP"),
            CompanyOf(Hostile, HostileName, null),
            CompanyOf(ProprietorNumber, "ИП Ахметов", null));
        db.Persons.Add(new Person { Id = Guid.CreateVersion7(), Iin = ProprietorIin, RegisterNumber = ProprietorNumber });
        db.Owners.Add(new Owner
        {
            Bin = Known, Source = "owners", Kind = OwnerKind.Founder, Party = $"person:{Guid.NewGuid()}", PersonName = "Ахметов Ерлан",
            From = new DateOnly(2020, 1, 1), Share = 100, KnownFrom = new DateOnly(2020, 1, 2),
        });
        await db.SaveChangesAsync();
        await Services.GetRequiredService<IndexWorker>().DrainAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        // The folder goes with those of the whole process: the program's own thread may still be closing the index.
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder
            .UseSetting("Registry:DataDirectory", folder.Path)
            .UseSetting("Registry:Demo", "false")
            .UseSetting("Registry:Scoring:Schedule", "false")
            .UseSetting("Registry:RateLimit:PerMinute", RequestsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
    }

    /// <summary>Asks for readiness until it comes; the start's work ends by itself.</summary>
    private static async Task WaitUntilReadyAsync(HttpClient client)
    {
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Yield();
        }
    }

    private static Company CompanyOf(string bin, string nameRu, string? nameEn) => new()
    {
        Bin = bin,
        Kind = bin.StartsWith('P') ? CompanyKind.SoleProprietor : CompanyKind.LegalEntity,
        CheckDigitValid = true,
        NameRu = nameRu,
        NameEn = nameEn,
        Status = CompanyStatus.Active,
        Region = "75",
        Oked = "41201",
        Section = "F",
        RegisteredOn = new DateOnly(1999, 1, 1),
    };
}
