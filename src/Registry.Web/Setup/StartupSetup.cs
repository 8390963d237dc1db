namespace Registry.Web.Setup;

/// <summary>Registers the work of the start and its state.</summary>
public static class StartupSetup
{
    /// <summary>Adds the state of the start and the hosted work that drives it.</summary>
    public static IServiceCollection AddStartup(this IServiceCollection services) =>
        services
            .AddSingleton<Startup>()
            .AddSingleton<ScoringSchedule>()
            .AddHostedService<StartupWork>();
}
