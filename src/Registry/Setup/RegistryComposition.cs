using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Registry.Data;

namespace Registry.Setup;

/// <summary>Puts the register together from its configuration: the same for the host, the command line and the tests.</summary>
public static class RegistryComposition
{
    /// <summary>Registers the register's parts and returns the settings they were made for.</summary>
    /// <exception cref="RegistrySettingsException">The configuration cannot be started with.</exception>
    public static RegistrySettings AddRegistry(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = RegistrySettings.Read(configuration);
        Directory.CreateDirectory(settings.DataDirectory);
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(sp => new BusinessClock(sp.GetRequiredService<TimeProvider>(), settings.Clock));
        services.AddRegistryDatabase(settings.Provider, _ => settings.ConnectionString);
        return settings;
    }
}
