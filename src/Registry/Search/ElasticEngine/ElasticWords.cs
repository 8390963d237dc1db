using System.Text.Json.Nodes;

namespace Registry.Search.ElasticEngine;

/// <summary>
/// The words of the index on the server, in this process's memory: read whole before the first search and again when the index
/// was rebuilt, grown by what this node indexes, and read anew now and then for what other nodes did.
/// </summary>
internal sealed class ElasticWords(ElasticClient client, ElasticIndices indices, TimeProvider time) : IDisposable
{
    /// <summary>Up to so many companies the words are read anew at each refresh: that takes milliseconds, and counts stay exact.</summary>
    private const int FewCompanies = 2_000;

    /// <summary>Words read with one request; the server's bound is 65,536.</summary>
    private const int PageSize = 20_000;

    /// <summary>Until then only slips in words that other nodes brought are not understood; the words themselves are found.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Lock adding = new();
    private readonly HashSet<string> letters = new(StringComparer.Ordinal);
    private readonly HashSet<string> sounds = new(StringComparer.Ordinal);
    private volatile Known? known;

    /// <summary>The words, read first where that was not done yet; old ones are renewed behind the search's back.</summary>
    public async ValueTask<IndexVocabulary> CurrentAsync(CancellationToken cancel)
    {
        if (known is not { } now)
            return await ReadAsync(null, cancel);
        if (time.GetElapsedTime(now.Read) > Life)
            ReadAside(now);
        return now.Words;
    }

    /// <summary>An index of this name answered: where it is another than the one whose words are known, they are read again.</summary>
    public void Seen(string index)
    {
        if (known is { } now && now.Index != index)
        {
            if (now.Index.Length == 0)
                known = now with { Index = index };
            else
                ReadAside(now);
        }
    }

    /// <summary>Remembers the words of a company that is being indexed.</summary>
    public void Add(SearchTerms terms)
    {
        lock (adding)
        {
            letters.UnionWith(terms.Letters);
            sounds.UnionWith(terms.Sounds);
        }
    }

    /// <summary>Takes in what was indexed, now that searches see it.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        if (known is not { } now)
            return;
        var companies = await indices.CountAsync(indices.Alias, ElasticClient.Patience, cancel);
        if (now.Words.Companies <= FewCompanies || companies > 2 * now.Words.Companies)
        {
            await ReadAsync(now, cancel);
            return;
        }
        string[] newLetters, newSounds;
        lock (adding)
        {
            (newLetters, newSounds) = ([.. letters], [.. sounds]);
            letters.Clear();
            sounds.Clear();
        }
        known = now with
        {
            Words = new IndexVocabulary(
                companies,
                now.Words.Letters.With(newLetters.Select(w => new CountedWord(w, 1))),
                now.Words.Sounds.With(newSounds.Select(w => new CountedWord(w, 1)))),
        };
    }

    /// <summary>Forgets the words of an index that is no longer in use.</summary>
    public void Forget() => known = null;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private void ReadAside(Known old)
    {
        if (reading.CurrentCount > 0)
            _ = Task.Run(() => TryReadAsync(old));
    }

    private async Task TryReadAsync(Known old)
    {
        try
        {
            await ReadAsync(old, CancellationToken.None);
        }
        catch (Exception error) when (error is ElasticException or ObjectDisposedException)
        {
            // The old words serve until the server answers again; the search itself says that it does not.
        }
    }

    private async ValueTask<IndexVocabulary> ReadAsync(Known? old, CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            if (known is { } now && now != old)
                return now.Words;
            lock (adding)
            {
                letters.Clear();
                sounds.Clear();
            }
            var companies = await indices.CountAsync(indices.Alias, ElasticClient.Patience, cancel);
            var words = companies == 0
                ? IndexVocabulary.Empty
                : new IndexVocabulary(
                    companies,
                    new Vocabulary(await FieldAsync(TermFields.Letters, cancel)),
                    new Vocabulary(await FieldAsync(TermFields.Sounds, cancel)));
            known = new Known(words, "", time.GetTimestamp());
            return words;
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<List<CountedWord>> FieldAsync(string field, CancellationToken cancel)
    {
        var words = new List<CountedWord>();
        JsonObject? after = null;
        while (true)
        {
            var composite = new JsonObject
            {
                ["size"] = PageSize,
                ["sources"] = new JsonArray(new JsonObject { ["w"] = new JsonObject { ["terms"] = new JsonObject { ["field"] = field } } }),
            };
            if (after is not null)
                composite["after"] = after;
            var body = new JsonObject { ["size"] = 0, ["track_total_hits"] = false, ["aggs"] = new JsonObject { ["words"] = new JsonObject { ["composite"] = composite } } };
            using var answer = await client.SendAsync(HttpMethod.Post, $"{indices.Alias}/_search?request_cache=false", body, ElasticClient.Patience, cancel);
            var page = answer.RootElement.GetProperty("aggregations").GetProperty("words");
            words.AddRange(page.GetProperty("buckets").EnumerateArray().Select(b =>
                new CountedWord(b.GetProperty("key").GetProperty("w").GetString()!, (int)Math.Min(int.MaxValue, b.GetProperty("doc_count").GetInt64()))));
            if (!page.TryGetProperty("after_key", out var last))
                return words;
            after = new JsonObject { ["w"] = last.GetProperty("w").GetString() };
        }
    }

    private sealed record Known(IndexVocabulary Words, string Index, long Read);
}
