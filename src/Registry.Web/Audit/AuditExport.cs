using System.Globalization;
using System.Text;
using Registry.Access;
using Registry.Audit;

namespace Registry.Web.Audit;

/// <summary>The trace as CSV, for those who read it on the page; written as it is read, whatever its length.</summary>
public static class AuditExport
{
    private const string Header = "position,at,actor,actorName,signIn,what,subject,reason,changes";

    /// <summary>What a spreadsheet would take for the beginning of a formula.</summary>
    private const string FormulaStarts = "=+-@\t\r\n";

    /// <summary>Maps <c>/staff/audit.csv</c>.</summary>
    public static void MapAuditExport(this WebApplication app) =>
        app.MapGet("/staff/audit.csv", WriteAsync).RequireAuthorization(nameof(Permission.ReadAudit)).ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(
        HttpContext http, AuditReader trace, string? who, string? what, string? subject, string? from, string? to)
    {
        var query = new AuditQuery(who, what, subject, from, to);
        if (query.WrongDay is not null)
            return TypedResults.Redirect("/staff/audit" + query.Query());
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        http.Response.Headers.CacheControl = "no-store";
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteLineAsync(Header);
        await foreach (var row in trace.AllAsync(http.User.ToActor(), query.Filter, http.RequestAborted))
            await writer.WriteLineAsync(Line(row));
        return TypedResults.Empty;
    }

    /// <summary>An entry as a line.</summary>
    internal static string Line(AuditRow row) => string.Join(',', new[]
    {
        row.Position?.ToString(CultureInfo.InvariantCulture),
        row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        row.ActorId, row.ActorName, row.SignIn.ToString(), row.What, row.Subject, row.Reason,
        string.Join("; ", row.Fields.Select(f => f.IsErased ? $"{f.Name}: (erased)" : $"{f.Name}: {f.Before} → {f.After}")),
    }.Select(Cell));

    /// <summary>A quoted cell; an apostrophe keeps a spreadsheet from reading it as a formula.</summary>
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
