using Microsoft.AspNetCore.Http.HttpResults;
using Registry.Certification;
using Registry.Web.Setup;

namespace Registry.Web.Api;

/// <summary>Certificates, labels and the decisions about them.</summary>
public static class LabelEndpoints
{
    private const int DefaultLimit = 20;
    private const int HighestLimit = 100;
    private const string NoLabel = "No label has this number.";

    /// <summary>Maps <c>/labels</c>, <c>/certificates</c> and <c>/decisions</c>.</summary>
    public static void MapLabels(this RouteGroupBuilder api)
    {
        var labels = api.MapGroup("/labels").WithTags("Labels");
        labels.MapGet("", ListAsync).WithName("FindLabels");
        labels.MapGet("/{number}", GetAsync).WithName("GetLabel").ProducesProblem(StatusCodes.Status404NotFound);
        labels.MapGet("/{number}/statement", SignAsync).WithName("GetLabelStatement").Produces<string>(contentType: "application/jose")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/certificates", CertificatesAsync).WithTags("Labels").WithName("FindCertificates");
        api.MapGet("/decisions", DecisionsAsync).WithTags("Labels").WithName("FindDecisions");
    }

    /// <summary>Clear wave labels with the state that holds today.</summary>
    /// <param name="state">Only labels in this state.</param>
    /// <param name="bin">Only labels of this entity: BIN or register number.</param>
    /// <param name="cursor">Place after the page before.</param>
    /// <param name="limit">1 to 100; 20 unless told.</param>
    private static async Task<Results<Tagged<PageAnswer<LabelView>>, ValidationProblem>> ListAsync(
        string? state, string? bin, string? cursor, string? limit, LabelReader labels, CancellationToken cancel)
    {
        if (!TryReadEnum<LabelState>(state, out var wanted))
            return Problems.Wrong("state", NotOneOf<LabelState>());
        var all = (await labels.AllAsync(cancel)).Where(l => (wanted is null || l.State == wanted) && (bin is null || l.Bin == bin));
        return Page(all, l => l.Number, cursor, limit);
    }

    /// <summary>One label with the state that holds today and every condition it does not meet.</summary>
    /// <param name="number">Number of the label, however it is typed.</param>
    private static async Task<Results<Tagged<LabelView>, ProblemHttpResult>> GetAsync(string number, LabelReader labels, CancellationToken cancel) =>
        await labels.FindAsync(number, cancel) is { } label ? new Tagged<LabelView>(label) : Problems.Unknown(NoLabel);

    /// <summary>What the register says of a label, signed: a compact JSON Web Signature (ES256), good for 24 hours.</summary>
    /// <remarks>Verify it with the keys of <c>/.well-known/jwks.json</c>.</remarks>
    /// <param name="number">Number of the label, however it is typed.</param>
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> SignAsync(
        string number, LabelReader labels, StatementSigner signer, PublicAddress address, HttpContext http)
    {
        if (await labels.FindAsync(number, http.RequestAborted) is not { } label)
            return Problems.Unknown(NoLabel);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(signer.Sign(label, address.Of(http.Request)), "application/jose");
    }

    /// <summary>Certificates of anti-corruption management systems with the state that holds today, the newest first.</summary>
    /// <param name="standard">E.g. <c>ISO 37001:2025</c>.</param>
    /// <param name="state">Only certificates in this state.</param>
    /// <param name="bin">Only certificates of this entity: BIN or register number.</param>
    /// <param name="bodyBin">Only certificates of this certification body.</param>
    /// <param name="number">Only the certificate with this number.</param>
    /// <param name="overdue"><c>true</c>: only those overdue for surveillance; <c>false</c>: only the others.</param>
    /// <param name="cursor">Place after the page before.</param>
    /// <param name="limit">1 to 100; 20 unless told.</param>
    private static async Task<Results<Tagged<PageAnswer<CertificateView>>, ValidationProblem>> CertificatesAsync(
        string? standard, string? state, string? bin, string? bodyBin, string? number, string? overdue, string? cursor, string? limit,
        CertificateReader certificates, CancellationToken cancel)
    {
        if (!TryReadEnum<CertificateState>(state, out var wanted))
            return Problems.Wrong("state", NotOneOf<CertificateState>());
        bool? late = null;
        if (!string.IsNullOrEmpty(overdue))
        {
            if (!bool.TryParse(overdue, out var flag))
                return Problems.Wrong("overdue", "must be true or false.");
            late = flag;
        }
        var found = (await certificates.PublicAsync(cancel)).Where(c =>
            (standard is null || c.Standard.Equals(standard, StringComparison.OrdinalIgnoreCase))
            && (wanted is null || c.State == wanted)
            && (bin is null || c.Bin == bin)
            && (bodyBin is null || c.BodyBin == bodyBin)
            && (number is null || c.Number.Equals(number, StringComparison.OrdinalIgnoreCase))
            && (late is null || c.Surveillance.Overdue == late));
        return Page(found, c => c.Number, cursor, limit);
    }

    /// <summary>The public log of decisions about labels and certificates, the newest first. It names no people; every decision had two.</summary>
    /// <param name="subject">Only decisions about this label or certificate.</param>
    /// <param name="kind">Only decisions of this kind.</param>
    /// <param name="cursor">Place after the page before.</param>
    /// <param name="limit">1 to 100; 20 unless told.</param>
    private static async Task<Results<Tagged<PageAnswer<DecisionView>>, ValidationProblem>> DecisionsAsync(
        string? subject, string? kind, string? cursor, string? limit, DecisionLog log, CancellationToken cancel)
    {
        if (!TryReadEnum<DecisionKind>(kind, out var wanted))
            return Problems.Wrong("kind", NotOneOf<DecisionKind>());
        var lines = await log.ReadAsync(subject is null ? null : LabelNumber.Canonical(subject), cancel);
        return Page(lines.Where(l => wanted is null || l.Kind == wanted), l => $"{l.Subject}/{l.Number}/{l.Kind}", cursor, limit);
    }

    private static Results<Tagged<PageAnswer<T>>, ValidationProblem> Page<T>(IEnumerable<T> all, Func<T, string> key, string? cursor, string? limit)
    {
        var size = DefaultLimit;
        if (!string.IsNullOrEmpty(limit) && (!int.TryParse(limit, out size) || size is < 1 or > HighestLimit))
            return Problems.Wrong("limit", "must be a whole number from 1 to 100.");
        var items = all.ToList();
        var from = string.IsNullOrEmpty(cursor) ? 0 : items.FindIndex(i => CursorOf(key(i)) == cursor) + 1;
        if (from == 0 && !string.IsNullOrEmpty(cursor))
            return Problems.Wrong("cursor", "is not one that this list gave out, or its entry has left the list.");
        var page = items.Skip(from).Take(size).ToList();
        var next = from + page.Count < items.Count ? CursorOf(key(page[^1])) : null;
        return new Tagged<PageAnswer<T>>(new PageAnswer<T>(items.Count, next, page));
    }

    private static string CursorOf(string key) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)).AsSpan(0, 12));

    private static bool TryReadEnum<T>(string? text, out T? value)
        where T : struct, Enum
    {
        value = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!char.IsAsciiLetter(text[0]) || !Enum.TryParse<T>(text, ignoreCase: true, out var read) || !Enum.IsDefined(read))
            return false;
        value = read;
        return true;
    }

    private static string NotOneOf<T>()
        where T : struct, Enum => $"must be one of {string.Join(", ", Enum.GetNames<T>())}.";
}

/// <summary>A page of a list.</summary>
/// <param name="Total">Items in the list.</param>
/// <param name="Next">Cursor of the next page, or null on the last.</param>
public sealed record PageAnswer<T>(int Total, string? Next, IReadOnlyList<T> Items);
