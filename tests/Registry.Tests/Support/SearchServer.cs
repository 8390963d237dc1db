using Registry.Search.ElasticEngine;
using Xunit;

namespace Registry.Tests.Support;

/// <summary>The Elasticsearch that tests may use; each takes indices of its own and deletes them.</summary>
internal static class SearchServer
{
    /// <summary>Address of the server, e.g. <c>http://127.0.0.1:9200</c>.</summary>
    public const string AddressVariable = "REGISTRY_TEST_ELASTICSEARCH";

    private static int made;

    /// <summary>Settings with an index prefix that nobody else uses; skips the test where there is no server.</summary>
    public static ElasticSettings Open() => new()
    {
        Url = Address(),
        IndexPrefix = $"test-{Environment.ProcessId}-{Interlocked.Increment(ref made)}",
        SearchTimeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Address of the server; skips the test where there is none.</summary>
    public static Uri Address()
    {
        var address = Environment.GetEnvironmentVariable(AddressVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(address), $"Without Elasticsearch: set {AddressVariable} to its address.");
        return new Uri(address);
    }

    /// <summary>Deletes what a test left on the server.</summary>
    public static async Task ClearAsync(ElasticSettings settings)
    {
        using var client = new HttpClient { BaseAddress = settings.Url };
        var names = await client.GetStringAsync(new Uri($"/_cat/indices/{settings.IndexPrefix}-*?h=index", UriKind.Relative));
        foreach (var name in names.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            (await client.DeleteAsync(new Uri("/" + name, UriKind.Relative))).Dispose();
    }
}
