using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Registry.Data;
using Registry.Setup;

namespace Registry.Cli;

/// <summary>The register put together for one verb.</summary>
internal sealed class Session(ServiceProvider services, Output output) : IAsyncDisposable
{
    public Output Output => output;

    /// <summary>A part of the register.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Brings the database to the present model.</summary>
    public Task MigrateAsync(CancellationToken cancel) => Get<RegistryDatabase>().MigrateAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Opens a session from a parsed command line and turns what goes wrong into exit codes.</summary>
internal sealed class SessionFactory(TextWriter standard, TextWriter errors)
{
    /// <summary>Runs a verb on a migrated database.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<Session, Task<int>> verb, CancellationToken cancel)
    {
        var output = new Output(standard, errors, parsed.GetValue(RegistryCommand.Json));
        try
        {
            await using var session = new Session(Build(parsed.GetValue(RegistryCommand.Data)), output);
            await session.MigrateAsync(cancel);
            return await verb(session);
        }
        catch (RegistrySettingsException wrong)
        {
            return output.Fail(ExitCode.WrongUse, "wrongSettings", wrong.Message);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return output.Fail(ExitCode.CouldNot, "cancelled", "The verb was interrupted; what was committed stays.");
        }
#pragma warning disable CA1031 // Whatever the database, a file or the index throws, the caller gets an exit code and a reason.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return output.Fail(ExitCode.CouldNot, "couldNot", error.GetBaseException().Message);
        }
    }

    private static ServiceProvider Build(string? data)
    {
        var configuration = new ConfigurationManager();
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        configuration.AddEnvironmentVariables();
        if (data is not null)
            configuration.AddInMemoryCollection([new("Registry:DataDirectory", data)]);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(log => log
            .SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole()
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace));
        services.AddRegistry(configuration);
        return services.BuildServiceProvider();
    }
}
