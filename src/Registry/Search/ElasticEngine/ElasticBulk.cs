using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Registry.Search.ElasticEngine;

/// <summary>
/// Writes companies by <c>_bulk</c>, in which each line succeeds or fails by itself: an older version is refused and that is
/// right, an overloaded server is asked again for just those lines, and what it will not take as it is is told by number.
/// </summary>
internal sealed class ElasticBulk(ElasticClient client, Backoff backoff)
{
    /// <summary>The server takes a hundred megabytes; a few keep it busy and fit its memory many times over.</summary>
    private const int LargestBody = 4 * 1024 * 1024;

    private const int Conflict = 409;
    private const int NotFound = 404;
    private const int TooMany = 429;
    private const int ServerErrors = 500;

    /// <summary>Writes companies to an alias.</summary>
    /// <returns>Why companies were refused, by number.</returns>
    /// <exception cref="ElasticException">The server did not answer, or refused everything, to the last try.</exception>
    public async Task<IReadOnlyDictionary<string, string>> IndexAsync(
        string alias, IReadOnlyCollection<(CompanyDocument Company, SearchTerms Terms)> companies, CancellationToken cancel)
    {
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        var body = new ArrayBufferWriter<byte>(LargestBody / 4);
        var lines = new List<BulkLine>();
        foreach (var (company, terms) in companies)
        {
            var from = body.WrittenCount;
            ElasticFields.WriteTo(body, alias, company, terms);
            lines.Add(new BulkLine(company.Hit.Bin, from, body.WrittenCount - from));
            if (body.WrittenCount >= LargestBody)
            {
                await SendAsync(body, lines, refused, cancel);
                body.ResetWrittenCount();
                lines.Clear();
            }
        }
        await SendAsync(body, lines, refused, cancel);
        return refused;
    }

    /// <summary>Takes companies out; one that is not there is out already.</summary>
    /// <exception cref="ElasticException">The server did not answer, or refused, to the last try.</exception>
    public async Task RemoveAsync(string alias, IReadOnlyCollection<string> bins, CancellationToken cancel)
    {
        var body = new ArrayBufferWriter<byte>();
        var lines = new List<BulkLine>();
        foreach (var bin in bins)
        {
            var from = body.WrittenCount;
            ElasticFields.WriteRemoval(body, alias, bin);
            lines.Add(new BulkLine(bin, from, body.WrittenCount - from));
        }
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        await SendAsync(body, lines, refused, cancel);
        if (refused.Count > 0)
            throw new DocumentsRefusedException(refused);
    }

    private async Task SendAsync(ArrayBufferWriter<byte> body, IReadOnlyList<BulkLine> lines, Dictionary<string, string> refused, CancellationToken cancel)
    {
        ReadOnlyMemory<byte> sent = body.WrittenMemory;
        var left = lines;
        for (var failed = 1; left.Count > 0; failed++)
        {
            var again = await OnceAsync(sent, left, refused, failed, cancel);
            if (again.Count == 0)
                return;
            await backoff.WaitAsync(failed, cancel);
            if (again.Count < left.Count)
                (sent, left) = Only(sent, again);
        }
    }

    /// <summary>Sends the lines once; gives back those to send again.</summary>
    private async Task<IReadOnlyList<BulkLine>> OnceAsync(
        ReadOnlyMemory<byte> body, IReadOnlyList<BulkLine> lines, Dictionary<string, string> refused, int tries, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.SendAsync(HttpMethod.Post, "_bulk?require_alias=true&filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason", body, ElasticClient.Patience, cancel);
            return answer.RootElement.GetProperty("errors").GetBoolean() ? Sorted(answer.RootElement, lines, refused, tries) : [];
        }
        catch (ElasticException error) when (error.IsPassing && tries < Backoff.MostTries)
        {
            return lines;
        }
    }

    private static List<BulkLine> Sorted(JsonElement answer, IReadOnlyList<BulkLine> lines, Dictionary<string, string> refused, int tries)
    {
        var again = new List<BulkLine>();
        var place = 0;
        foreach (var item in answer.GetProperty("items").EnumerateArray())
        {
            var line = lines[place++];
            var outcome = item.EnumerateObject().First();
            var status = outcome.Value.GetProperty("status").GetInt32();
            if (status < 300 || status == Conflict || (status == NotFound && outcome.Name == "delete" && !outcome.Value.TryGetProperty("error", out _)))
                continue;
            var error = outcome.Value.TryGetProperty("error", out var told) ? told : default;
            if (status is not TooMany and < ServerErrors && !IsOfTheIndex(error))
                refused[line.Bin] = Reason(status, error);
            else if (tries >= Backoff.MostTries || IsOfTheIndex(error))
                throw new ElasticException((System.Net.HttpStatusCode)status, TypeOf(error), Reason(status, error));
            else
                again.Add(line);
        }
        return again;
    }

    /// <summary>Read-only, out of disk, gone: not this company's fault, and not passing within seconds.</summary>
    private static bool IsOfTheIndex(JsonElement error) =>
        TypeOf(error) is "cluster_block_exception" or "index_not_found_exception" or "index_closed_exception" or "unavailable_shards_exception";

    private static string TypeOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "";

    private static string Reason(int status, JsonElement error) => string.Create(
        CultureInfo.InvariantCulture,
        $"{status} {TypeOf(error)}: {(error.ValueKind == JsonValueKind.Object && error.TryGetProperty("reason", out var reason) ? reason.GetString() : "")}");

    private static (ReadOnlyMemory<byte> Body, IReadOnlyList<BulkLine> Lines) Only(ReadOnlyMemory<byte> body, IReadOnlyList<BulkLine> lines)
    {
        var kept = new ArrayBufferWriter<byte>();
        var moved = new List<BulkLine>(lines.Count);
        foreach (var line in lines)
        {
            moved.Add(line with { Start = kept.WrittenCount });
            kept.Write(body.Span.Slice(line.Start, line.Length));
        }
        return (kept.WrittenMemory, moved);
    }

    /// <summary>Where a company's lines stand in the body.</summary>
    private sealed record BulkLine(string Bin, int Start, int Length);
}
