using Npgsql;
using Registry.Search;

namespace Registry.Benchmarks.Search;

/// <summary>What PostgreSQL gives for little: pg_trgm's word similarity over a GIN index of the names as they stand, and the exact number.</summary>
internal sealed class PostgresTrigram : IAsyncDisposable
{
    private const int TimeoutSeconds = 10;
    private readonly NpgsqlConnection connection;

    private PostgresTrigram(string address) => connection = new NpgsqlConnection(address);

    public static async Task<PostgresTrigram> OfAsync(string address, IEnumerable<CompanyDocument> companies)
    {
        var built = new PostgresTrigram(address);
        await built.connection.OpenAsync();
        await built.ExecuteAsync(
            "CREATE EXTENSION IF NOT EXISTS pg_trgm; DROP TABLE IF EXISTS benchmark_names; CREATE UNLOGGED TABLE benchmark_names(bin text, name text)");
        await using (var copy = await built.connection.BeginBinaryImportAsync("COPY benchmark_names FROM STDIN BINARY"))
        {
            foreach (var company in companies)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(company.Hit.Bin);
                await copy.WriteAsync($"{company.Hit.NameRu} {company.Hit.NameKk} {company.Hit.NameEn}".ToLowerInvariant());
            }
            await copy.CompleteAsync();
        }
        await built.ExecuteAsync(
            "CREATE INDEX ON benchmark_names USING gin(name gin_trgm_ops); CREATE INDEX ON benchmark_names(bin); ANALYZE benchmark_names; SET pg_trgm.word_similarity_threshold = 0.5");
        return built;
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        await using var select = new NpgsqlCommand(
            "SELECT bin FROM benchmark_names WHERE bin = $1 OR $1 <% name ORDER BY bin = $1 DESC, word_similarity($1, name) DESC, similarity($1, name) DESC LIMIT 10",
            connection) { CommandTimeout = TimeoutSeconds };
        select.Parameters.AddWithValue(text.ToLowerInvariant());
        var found = new List<string>();
        try
        {
            await using var reader = await select.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                found.Add(reader.GetString(0));
        }
        catch (NpgsqlException error) when (error.InnerException is TimeoutException)
        {
            // A query that takes ten seconds found nothing that anybody waited for.
            found.Clear();
        }
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync("DROP TABLE IF EXISTS benchmark_names");
        await connection.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
