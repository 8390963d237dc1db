using Registry.Setup;
using Registry.Web.Api;
using Registry.Web.Api.Reconcile;
using Registry.Web.Setup;

try
{
    // The folder of the assembly, not the working folder: published output runs from anywhere.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddHost();
    var settings = builder.Services.AddRegistry(builder.Configuration);
    builder.Services.AddStartup().AddApi().AddProxies(settings).AddKeys(settings).AddPages();

    var app = builder.Build();
    app.UseHost();
    app.UseReconcileAccess();
    app.UseErrors();
    app.UseStartupGate();
    app.UseRouting();
    app.UseRequestLocalization();
    app.UseAntiforgery();
    app.MapHealth();
    app.MapPrometheusScrapingEndpoint("/metrics");
    app.MapApi();
    app.MapPages();
    await app.RunAsync();
    return Environment.ExitCode;
}
catch (RegistrySettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}

/// <summary>The host of the register's pages and API.</summary>
public partial class Program;
