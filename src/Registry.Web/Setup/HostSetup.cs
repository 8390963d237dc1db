using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using OpenTelemetry.Metrics;
using Registry.Setup;

namespace Registry.Web.Setup;

/// <summary>What every host needs whatever it serves: address, limits, log, compression, metrics, headers.</summary>
public static class HostSetup
{
    private const string DefaultAddress = "http://localhost:5080";
    private const long LargestBody = 1024 * 1024;
    private const int LargestHeaders = 32 * 1024;
    private const int HeaderSeconds = 15;
    private const int MostProxies = 2;
    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];
    private static readonly string[] CompressedTypes = ["application/problem+json", "image/svg+xml"];

    /// <summary>Sets up the server, the log, compression and metrics.</summary>
    public static void AddHost(this WebApplicationBuilder builder)
    {
        var isAddressGiven = AddressKeys.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isAddressGiven)
            builder.WebHost.UseUrls(DefaultAddress);
        // Without a launch profile `dotnet run` is not Development, yet its static files still stand in the source folders.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            // A long text in the address is refused with the name of its field; the server's own refusal has no body.
            kestrel.Limits.MaxRequestLineSize = LargestHeaders;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(HeaderSeconds);
        });
        builder.AddLog();
        builder.Services.AddScoped<CspNonce>();
        builder.Services.AddResponseCompression(o =>
        {
            o.EnableForHttps = false;
            o.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(CompressedTypes);
        });
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddMeter("System.Runtime", "Registry")
            .AddPrometheusExporter());
    }

    /// <summary>Keeps the keys of cookies and forms with the data, so that they outlive the process.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services, RegistrySettings settings)
    {
        services.AddDataProtection()
            .SetApplicationName("Registry")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys")));
        return services;
    }

    /// <summary>Believes the forwarded address of proxies on this machine and in the networks of the settings.</summary>
    public static IServiceCollection AddProxies(this IServiceCollection services, RegistrySettings settings) =>
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            o.ForwardLimit = MostProxies;
            foreach (var network in settings.TrustedProxies)
                o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });

    /// <summary>Puts what concerns every answer before everything else.</summary>
    public static void UseHost(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.UseResponseCompression();
    }
}
