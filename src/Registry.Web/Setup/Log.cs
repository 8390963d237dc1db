using System.Globalization;
using System.Text.RegularExpressions;
using Registry.Identifiers;
using Serilog;
using Serilog.Events;

namespace Registry.Web.Setup;

/// <summary>The log: one line per request on the console, never a query string and never an IIN.</summary>
public static partial class Log
{
    private const string Line = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Logs through Serilog to the console.</summary>
    public static void AddLog(this WebApplicationBuilder builder) => builder.Services.AddSerilog(
        (_, log) => log
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // That keys lie unencrypted beside the data they protect is known.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture),
        preserveStaticLogger: true);

    /// <summary>Logs each request after its answer: method, path, status, duration. Health and metrics only when they fail.</summary>
    public static void UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(o =>
    {
        o.IncludeQueryInRequestPath = false;
        o.GetLevel = LevelOf;
        o.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("RequestPath", new ScalarValue(WithoutIins(context.Request.Path.ToString()))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
    });

    /// <summary>The path with every number that is an IIN made unreadable.</summary>
    internal static string WithoutIins(string path) =>
        TwelveDigits().Replace(path, found => Iin.TryParse(found.Value, out _) ? "{iin}" : found.Value);

    private static LogEventLevel LevelOf(HttpContext context, double elapsed, Exception? error)
    {
        if (error is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            return LogEventLevel.Error;
        var isProbe = context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            || context.Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal);
        return isProbe ? LogEventLevel.Debug : LogEventLevel.Information;
    }

    [GeneratedRegex("[0-9]{12}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex TwelveDigits();
}
