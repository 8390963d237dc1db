using System.Globalization;
using Microsoft.Extensions.Configuration;
using Registry.Data;
using Registry.Search.ElasticEngine;

namespace Registry.Setup;

/// <summary>A key of the configuration has a value that the register cannot start with.</summary>
/// <param name="key">The key, e.g. <c>Registry:Database:Provider</c>.</param>
/// <param name="detail">What is wrong and what is allowed.</param>
public sealed class RegistrySettingsException(string key, string detail) : Exception($"{key}: {detail}")
{
    /// <summary>The key at fault.</summary>
    public string Key => key;
}

/// <summary>The register's configuration (keys under <c>Registry:</c>), read once at the start and checked.</summary>
public sealed record RegistrySettings
{
    private const string Section = "Registry:";
    private const int DefaultRequestsPerMinute = 6000;

    /// <summary>Folder of everything kept in files: the SQLite file, the Lucene index, keys. An absolute path.</summary>
    public required string DataDirectory { get; init; }
    public required DatabaseProvider Provider { get; init; }
    public required string ConnectionString { get; init; }

    /// <summary>Whether the demo set is loaded at the first start.</summary>
    public required bool Demo { get; init; }

    /// <summary>The instant at which the business day stands still; null in real use.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>Address under which the public knows the register; null means the request's own host.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>API requests per address and minute; 0 is without limit.</summary>
    public required int RequestsPerMinute { get; init; }

    /// <summary>Networks (CIDR) of proxies in front, whose <c>X-Forwarded-*</c> headers are believed besides those of this machine.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The search server; null where the search is embedded.</summary>
    public ElasticSettings? SearchServer { get; init; }

    /// <summary>Folder of the Lucene index.</summary>
    public string IndexDirectory => Path.Combine(DataDirectory, "search");

    /// <summary>Reads and checks the configuration.</summary>
    /// <exception cref="RegistrySettingsException">A value is unknown, malformed or contradicts another.</exception>
    public static RegistrySettings Read(IConfiguration configuration)
    {
        var data = Path.GetFullPath(Text(configuration, "DataDirectory") ?? "data");
        var provider = ReadProvider(configuration);
        return new RegistrySettings
        {
            DataDirectory = data,
            Provider = provider,
            ConnectionString = Connection(configuration, provider, data),
            Demo = Flag(configuration, "Demo", provider == DatabaseProvider.Sqlite),
            Clock = Instant(configuration, "Clock"),
            PublicUrl = Url(configuration, "PublicUrl"),
            RequestsPerMinute = Count(configuration, "RateLimit:PerMinute", DefaultRequestsPerMinute, 0),
            SearchServer = ReadSearch(configuration, provider),
            TrustedProxies = (Text(configuration, "TrustedProxies") ?? "")
                .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static DatabaseProvider ReadProvider(IConfiguration configuration) =>
        Text(configuration, "Database:Provider")?.ToUpperInvariant() switch
        {
            null or "SQLITE" => DatabaseProvider.Sqlite,
            "POSTGRES" => DatabaseProvider.Postgres,
            var other => throw Wrong("Database:Provider", $"'{other}' is not a database; Sqlite or Postgres is."),
        };

    private static string Connection(IConfiguration configuration, DatabaseProvider provider, string data) =>
        Text(configuration, "Database:ConnectionString") ?? (provider == DatabaseProvider.Sqlite
            ? $"Data Source={Path.Combine(data, "registry.db")}"
            : throw Wrong("Database:ConnectionString", "PostgreSQL needs a connection string."));

    private static ElasticSettings? ReadSearch(IConfiguration configuration, DatabaseProvider provider)
    {
        var server = Text(configuration, "Search:Engine")?.ToUpperInvariant() switch
        {
            null or "LUCENE" => null,
            "ELASTICSEARCH" => ReadElastic(configuration),
            var other => throw Wrong("Search:Engine", $"'{other}' is not a search engine; Lucene or Elasticsearch is."),
        };
        if (Count(configuration, "Nodes", 1, 1) == 1)
            return server;
        if (server is null)
            throw Wrong("Nodes", "The embedded search serves one node; several nodes need Registry:Search:Engine=Elasticsearch.");
        return provider == DatabaseProvider.Postgres ? server : throw Wrong("Nodes", "SQLite serves one node; several nodes need Registry:Database:Provider=Postgres.");
    }

    private static ElasticSettings ReadElastic(IConfiguration configuration)
    {
        const string Keys = "Search:Elasticsearch:";
        var given = new ElasticSettings
        {
            Url = Url(configuration, Keys + "Url") ?? throw Wrong(Keys + "Url", "Elasticsearch needs the address of its server."),
            ApiKey = Text(configuration, Keys + "ApiKey"),
            Username = Text(configuration, Keys + "Username"),
            Password = Text(configuration, Keys + "Password"),
            IndexPrefix = Text(configuration, Keys + "IndexPrefix") ?? "registry",
            CertificateAuthority = Text(configuration, Keys + "CertificateAuthority"),
            CertificateFingerprint = Text(configuration, Keys + "CertificateFingerprint"),
            SearchTimeout = TimeSpan.FromSeconds(Count(configuration, Keys + "TimeoutSeconds", 3, 1)),
            Replicas = Count(configuration, Keys + "Replicas", 0, 0),
        };
        return given.Problem is var (key, problem) ? throw Wrong(Keys + key, problem) : given;
    }

    private static bool Flag(IConfiguration configuration, string key, bool otherwise) =>
        Text(configuration, key) is not { } text ? otherwise
        : bool.TryParse(text, out var flag) ? flag
        : throw Wrong(key, $"'{text}' is neither true nor false.");

    private static DateTimeOffset? Instant(IConfiguration configuration, string key) =>
        Text(configuration, key) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
        : throw Wrong(key, $"'{text}' is not an instant such as 2026-06-01T09:00:00Z.");

    private static Uri? Url(IConfiguration configuration, string key) =>
        Text(configuration, key) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
        : throw Wrong(key, $"'{text}' is not an http or https address.");

    private static int Count(IConfiguration configuration, string key, int otherwise, int least) =>
        Text(configuration, key) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least ? count
        : throw Wrong(key, $"'{text}' is not a whole number from {least}.");

    private static string? Text(IConfiguration configuration, string key) =>
        configuration[Section + key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static RegistrySettingsException Wrong(string key, string detail) => new(Section + key, detail);
}
