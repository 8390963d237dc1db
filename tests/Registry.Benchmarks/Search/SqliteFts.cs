using Microsoft.Data.Sqlite;
using Registry.Search;

namespace Registry.Benchmarks.Search;

/// <summary>What SQLite gives for nothing: FTS5 with trigrams over the names as they stand, ordered by bm25.</summary>
internal sealed class SqliteFts : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("registry-benchmark-fts-").FullName;
    private readonly SqliteConnection connection;

    private SqliteFts() => connection = new SqliteConnection($"Data Source={Path.Combine(folder, "names.db")};Pooling=False");

    public static async Task<SqliteFts> OfAsync(IEnumerable<CompanyDocument> companies)
    {
        var built = new SqliteFts();
        await built.connection.OpenAsync();
        await built.ExecuteAsync("PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE names USING fts5(bin, text, tokenize='trigram')");
        await using var transaction = await built.connection.BeginTransactionAsync();
        await using var insert = built.connection.CreateCommand();
        insert.CommandText = "INSERT INTO names VALUES ($bin, $text)";
        var bin = insert.Parameters.Add("$bin", SqliteType.Text);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        foreach (var company in companies)
        {
            (bin.Value, text.Value) = (company.Hit.Bin, $"{company.Hit.NameRu} {company.Hit.NameKk} {company.Hit.NameEn}");
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
        return built;
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 2).Select(w => $"\"{w.Replace("\"", "", StringComparison.Ordinal)}\"").Where(w => w.Length > 4).ToList();
        if (words.Count == 0)
            return [];
        await using var select = connection.CreateCommand();
        select.CommandText = "SELECT bin FROM names WHERE names MATCH $query ORDER BY rank LIMIT 10";
        select.Parameters.AddWithValue("$query", string.Join(" OR ", words));
        var found = new List<string>();
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
