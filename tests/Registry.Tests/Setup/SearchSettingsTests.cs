using Microsoft.Extensions.Configuration;
using Registry.Setup;
using Xunit;

namespace Registry.Tests.Setup;

public sealed class SearchSettingsTests
{
    private const string Server = "Search:Elasticsearch:";

    [Fact]
    public void The_search_is_embedded_unless_told_otherwise() => Assert.Null(Read().SearchServer);

    [Fact]
    public void A_search_server_is_read_with_all_its_settings()
    {
        var server = Read(("Search:Engine", "elasticsearch"), (Server + "Url", "https://search:9200"), (Server + "Username", "u"), (Server + "Password", "p"), (Server + "IndexPrefix", "kz"), (Server + "TimeoutSeconds", "7")).SearchServer!;

        Assert.Equal((new Uri("https://search:9200"), "u", "p", "kz", TimeSpan.FromSeconds(7)), (server.Url, server.Username, server.Password, server.IndexPrefix, server.SearchTimeout));
    }

    [Fact]
    public void Several_nodes_work_with_a_search_server_and_a_database_server() => Assert.NotNull(Read(
        ("Nodes", "2"), ("Search:Engine", "Elasticsearch"), (Server + "Url", "http://search:9200"), ("Database:Provider", "Postgres"), ("Database:ConnectionString", "Host=x")).SearchServer);

    [Theory]
    [InlineData("Nodes", "Nodes=2")]
    [InlineData("Nodes", "Nodes=2", "Search:Engine=Elasticsearch", "Search:Elasticsearch:Url=http://search:9200")]
    [InlineData("Search:Engine", "Search:Engine=Solr")]
    [InlineData("Search:Elasticsearch:Url", "Search:Engine=Elasticsearch")]
    [InlineData("Search:Elasticsearch:Url", "Search:Engine=Elasticsearch", "Search:Elasticsearch:Url=nowhere")]
    [InlineData("Search:Elasticsearch:Password", "Search:Engine=Elasticsearch", "Search:Elasticsearch:Url=http://search", "Search:Elasticsearch:Username=u")]
    [InlineData("Search:Elasticsearch:ApiKey", "Search:Engine=Elasticsearch", "Search:Elasticsearch:Url=http://search", "Search:Elasticsearch:ApiKey=k", "Search:Elasticsearch:Username=u", "Search:Elasticsearch:Password=p")]
    [InlineData("Search:Elasticsearch:IndexPrefix", "Search:Engine=Elasticsearch", "Search:Elasticsearch:Url=http://search", "Search:Elasticsearch:IndexPrefix=Big Letters")]
    [InlineData("Search:Elasticsearch:CertificateFingerprint", "Search:Engine=Elasticsearch", "Search:Elasticsearch:Url=https://search", "Search:Elasticsearch:CertificateFingerprint=abc")]
    [InlineData("Search:Elasticsearch:CertificateAuthority", "Search:Engine=Elasticsearch", "Search:Elasticsearch:Url=https://search", "Search:Elasticsearch:CertificateAuthority=no-such-file.pem")]
    public void Settings_that_cannot_work_are_refused_at_the_start_by_name(string key, params string[] given)
    {
        var error = Assert.Throws<RegistrySettingsException>(() => Read([.. given.Select(g => g.Split('=', 2)).Select(g => (g[0], g[1]))]));

        Assert.Equal("Registry:" + key, error.Key);
    }

    private static RegistrySettings Read(params (string Key, string Value)[] given) => RegistrySettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(given.Select(g => new KeyValuePair<string, string?>("Registry:" + g.Key, g.Value))).Build());
}
