using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Web.Setup;

/// <summary>The work of the start, in its order: migrate, load the demo set, fill the index. A failure ends the process.</summary>
public sealed class StartupWork(
    Startup startup,
    IDbContextFactory<RegistryDbContext> contexts,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<StartupWork> log) : BackgroundService
{
    private const int FailedExit = 3;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await MigrateAsync(stoppingToken);
            startup.Stage = StartupStage.Ready;
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            log.LogInformation("The register is ready on {Addresses}", string.Join(", ", addresses));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("The start was interrupted");
        }
#pragma warning disable CA1031 // Whatever stops the start must stop the process, with its reason in the log.
        catch (Exception error)
#pragma warning restore CA1031
        {
            startup.Stage = StartupStage.Failed;
            log.LogCritical(error, "The register could not start");
            Environment.ExitCode = FailedExit;
            lifetime.StopApplication();
        }
    }

    private async Task MigrateAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Database.MigrateAsync(cancel);
    }
}
