using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Registry.Search.ElasticEngine;

/// <summary>
/// The indices on the server. Searches and writes go by an alias to the index in use; a rebuild fills the next one under a
/// second alias, to which every node writes too while it stands, and then swaps them in one step.
/// </summary>
internal sealed class ElasticIndices(ElasticClient client, ElasticSettings settings, TimeProvider time)
{
    /// <summary>How long a rebuild of another node may stand still before it counts as dead.</summary>
    private static readonly TimeSpan Stillness = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Watching = TimeSpan.FromSeconds(1);

    /// <summary>Merging millions of companies into one segment takes its time.</summary>
    private static readonly TimeSpan MergePatience = TimeSpan.FromMinutes(15);

    /// <summary>The index in use.</summary>
    /// <remarks>Nodes of a former version go on with the index of their own form until they are gone.</remarks>
    public string Alias => $"{settings.IndexPrefix}-companies-{SearchTerms.Form}";

    /// <summary>The index that a rebuild fills.</summary>
    public string NextAlias => Alias + "-next";

    /// <summary>Aliases to write to: the index in use, made where there is none, and the next one while it is filled.</summary>
    public async Task<IReadOnlyList<string>> WrittenAsync(CancellationToken cancel)
    {
        var aliases = await AliasesAsync(cancel);
        if (!aliases.ContainsKey(Alias))
        {
            await CreateFirstAsync(cancel);
            aliases = await AliasesAsync(cancel);
        }
        return aliases.ContainsKey(NextAlias) ? [Alias, NextAlias] : [Alias];
    }

    /// <summary>
    /// Makes an index to be filled. Where another node fills one, waits for it: then there is nothing left to do, and null is returned.
    /// </summary>
    /// <returns>Name and own alias of the new index.</returns>
    public async Task<(string Name, string FillAlias)?> BeginAsync(CancellationToken cancel)
    {
        if (await WaitForOtherAsync(cancel))
            return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"{Alias}-{time.GetUtcNow():yyyyMMddHHmmssfff}");
        var fill = name + "-fill";
        var body = Definition();
        body["aliases"] = new JsonObject { [NextAlias] = new JsonObject(), [fill] = new JsonObject() };
        using var _ = await client.SendAsync(HttpMethod.Put, name, body, ElasticClient.Patience, cancel);
        return (name, fill);
    }

    /// <summary>Makes a filled index the one in use and deletes all others.</summary>
    public async Task SwitchAsync(string name, string fill, CancellationToken cancel)
    {
        using (await client.SendAsync(HttpMethod.Post, $"{name}/_forcemerge?max_num_segments=1", (JsonNode?)null, MergePatience, cancel))
        {
        }
        using (await client.SendAsync(HttpMethod.Put, $"{name}/_settings", Everyday(), ElasticClient.Patience, cancel))
        {
        }
        using (await client.SendAsync(HttpMethod.Post, $"{name}/_flush", (JsonNode?)null, ElasticClient.Patience, cancel))
        {
        }
        var actions = new JsonArray(
            Action("add", name, Alias),
            Action("remove", name, NextAlias),
            Action("remove", name, fill));
        foreach (var old in (await NamesAsync(cancel)).Where(old => old != name))
            actions.Add(new JsonObject { ["remove_index"] = new JsonObject { ["index"] = old } });
        using var _ = await client.SendAsync(HttpMethod.Post, "_aliases", new JsonObject { ["actions"] = actions }, ElasticClient.Patience, cancel);
    }

    /// <summary>Deletes an index that did not come to be.</summary>
    public async Task DeleteAsync(string name, CancellationToken cancel)
    {
        using var _ = await client.SendAsync(HttpMethod.Delete, $"{name}?ignore_unavailable=true", (JsonNode?)null, ElasticClient.Patience, cancel);
    }

    /// <summary>Makes what was written visible.</summary>
    public async Task RefreshAsync(string alias, CancellationToken cancel)
    {
        using var _ = await client.SendAsync(HttpMethod.Post, $"{alias}/_refresh", (JsonNode?)null, ElasticClient.Patience, cancel);
    }

    /// <summary>Companies in the index of an alias; 0 where there is none.</summary>
    public async Task<long> CountAsync(string alias, TimeSpan limit, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.SendAsync(HttpMethod.Get, $"{alias}/_count", (JsonNode?)null, limit, cancel);
            return answer.RootElement.GetProperty("count").GetInt64();
        }
        catch (ElasticException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return 0;
        }
    }

    private static JsonObject Action(string kind, string index, string alias) =>
        new() { [kind] = new JsonObject { ["index"] = index, ["alias"] = alias } };

    private static JsonObject Definition()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(ElasticIndices), "companies.json")
            ?? throw new InvalidOperationException("The mapping of the search index is not in the assembly.");
        return JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>Settings of an index in use: what was acknowledged is on the disk, what was written is soon seen.</summary>
    private JsonObject Everyday() => new()
    {
        ["index"] = new JsonObject
        {
            ["refresh_interval"] = "1s",
            ["translog.durability"] = "request",
            ["number_of_replicas"] = settings.Replicas,
        },
    };

    /// <summary>Of two nodes that find no index one makes it: its name is no secret, and the other's attempt is refused.</summary>
    private async Task CreateFirstAsync(CancellationToken cancel)
    {
        var body = Definition();
        foreach (var (setting, value) in Everyday()["index"]!.AsObject())
            body["settings"]!["index"]![setting] = value?.DeepClone();
        body["aliases"] = new JsonObject { [Alias] = new JsonObject() };
        try
        {
            using var _ = await client.SendAsync(HttpMethod.Put, $"{Alias}-0", body, ElasticClient.Patience, cancel);
        }
        catch (ElasticException exists) when (exists.Type == "resource_already_exists_exception")
        {
            // Another node was first, which is as good.
        }
    }

    private async Task<bool> WaitForOtherAsync(CancellationToken cancel)
    {
        var last = -1L;
        var since = time.GetTimestamp();
        var waited = false;
        while ((await AliasesAsync(cancel)).TryGetValue(NextAlias, out var other))
        {
            waited = true;
            var written = await WrittenSoFarAsync(other, cancel);
            if (written != last)
                (last, since) = (written, time.GetTimestamp());
            else if (time.GetElapsedTime(since) > Stillness)
            {
                await DeleteAsync(other, cancel);
                return false;
            }
            await Task.Delay(Watching, time, cancel);
        }
        return waited;
    }

    private async Task<long> WrittenSoFarAsync(string index, CancellationToken cancel)
    {
        using var answer = await client.SendAsync(HttpMethod.Get, $"{index}/_stats/indexing,merge", (JsonNode?)null, ElasticClient.Patience, cancel);
        var total = answer.RootElement.GetProperty("_all").GetProperty("primaries");
        return total.GetProperty("indexing").GetProperty("index_total").GetInt64()
            + total.GetProperty("merges").GetProperty("total_time_in_millis").GetInt64();
    }

    /// <summary>Our indices by alias.</summary>
    private async Task<IReadOnlyDictionary<string, string>> AliasesAsync(CancellationToken cancel)
    {
        using var answer = await ListAsync(cancel);
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var index in answer.RootElement.EnumerateObject())
        {
            foreach (var alias in index.Value.GetProperty("aliases").EnumerateObject())
                aliases[alias.Name] = index.Name;
        }
        return aliases;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancel)
    {
        using var answer = await ListAsync(cancel);
        return [.. answer.RootElement.EnumerateObject().Select(i => i.Name)];
    }

    // By pattern: asked for two aliases of which one is missing, the server answers that nothing is there.
    private Task<JsonDocument> ListAsync(CancellationToken cancel) =>
        client.SendAsync(HttpMethod.Get, $"{Alias}-*/_alias?expand_wildcards=all", (JsonNode?)null, ElasticClient.Patience, cancel);
}
