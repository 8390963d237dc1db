using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Registry.Access;
using Registry.Audit;
using Registry.Certification;
using Registry.Data;
using Registry.Import;
using Registry.Search;
using Registry.Setup;

namespace Registry.Web.Setup;

/// <summary>The work of the start, in its order: migrate, load the demo set, fill the index. A failure ends the process.</summary>
public sealed class StartupWork(
    Startup startup,
    RegistryDatabase database,
    DemoLoader demo,
    DemoAccounts accounts,
    AuditSealer sealer,
    IndexKeeper index,
    DayTurn day,
    BusinessClock clock,
    IndexWorker worker,
    ScoringSchedule scoring,
    RegistrySettings settings,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<StartupWork> log) : BackgroundService
{
    private const int FailedExit = 3;
    private const string DemoFolder = "demo";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await database.MigrateAsync(stoppingToken);
            await ArrangeAccountsAsync(stoppingToken);
            await sealer.StartAsync(stoppingToken);
            await LoadDemoAsync(stoppingToken);
            startup.Stage = StartupStage.Indexing;
            await day.RunAsync(stoppingToken);
            var caughtUp = await index.CatchUpAsync(stoppingToken);
            await day.StartAsync(stoppingToken);
            await worker.StartAsync(stoppingToken);
            // The first load's garbage would stay in the process for hours of quiet serving.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            startup.Stage = StartupStage.Ready;
            await scoring.StartAsync(stoppingToken);
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            log.LogInformation("The register is ready on {Addresses}", string.Join(", ", addresses));
            // A search server that is down keeps nobody from the rest of the register.
            if (!caughtUp)
                await index.CatchUpWhenItAnswersAsync(stoppingToken);
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

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await scoring.StopAsync(cancellationToken);
        await worker.StopAsync(cancellationToken);
        await day.StopAsync(cancellationToken);
        await sealer.StopAsync(cancellationToken);
    }

    /// <summary>The password goes to the console once and is kept as a hash only.</summary>
    private async Task ArrangeAccountsAsync(CancellationToken cancel)
    {
        if (await accounts.ArrangeAsync(settings.Demo, cancel) is { } password)
            log.LogInformation("Demo accounts {Accounts}, password {Password}", string.Join(", ", DemoAccounts.Emails), password);
    }

    private async Task LoadDemoAsync(CancellationToken cancel)
    {
        startup.Stage = StartupStage.LoadingDemo;
        var folder = Path.Combine(AppContext.BaseDirectory, DemoFolder);
        if (!settings.Demo || !Directory.Exists(folder))
            return;
        if (await demo.LoadAsync(folder, cancel))
            log.LogInformation("The demo set is loaded");
        if (await accounts.SpeakForAsync(clock.Today, cancel) is { } bin)
            log.LogInformation("The demo entrepreneur speaks for {Bin}", bin);
    }
}
