using System.Globalization;
using Registry.Audit;

namespace Registry.Web.Audit;

/// <summary>The filter as the address holds it.</summary>
public sealed record AuditQuery(string? Who, string? What, string? Subject, string? From, string? To)
{
    /// <summary>The first day that cannot be read, or null.</summary>
    public string? WrongDay => new[] { From, To }.FirstOrDefault(day => !string.IsNullOrWhiteSpace(day) && Day(day) is null);

    /// <summary>The filter meant.</summary>
    public AuditFilter Filter => new() { Who = Who, What = What, Subject = Subject, From = Day(From), To = Day(To) };

    /// <summary>The query part of an address with this filter.</summary>
    /// <param name="before">Id of the last entry of the page before, or null.</param>
    public string Query(Guid? before = null)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("who", Who), ("what", What), ("subject", Subject), ("from", From), ("to", To), ("before", before?.ToString()),
        };
        var query = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value ?? "")}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
