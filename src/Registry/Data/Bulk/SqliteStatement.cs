using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Registry.Data.Bulk;

/// <summary>A prepared statement bound by position, for many rows. Runs in the connection's open transaction.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <summary>Binds a value as the provider stores it: text, whole number, fraction, day, truth, bytes or nothing.</summary>
    public void Bind(int position, object value) => Check(value switch
    {
        string text => raw.sqlite3_bind_text(statement, position, text),
        DBNull => raw.sqlite3_bind_null(statement, position),
        long number => raw.sqlite3_bind_int64(statement, position, number),
        int number => raw.sqlite3_bind_int(statement, position, number),
        bool truth => raw.sqlite3_bind_int(statement, position, truth ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, position, number),
        DateOnly day => raw.sqlite3_bind_text(statement, position, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Guid id => raw.sqlite3_bind_text(statement, position, id.ToString().ToUpperInvariant()),
        byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
        _ => throw new NotSupportedException($"No column of the register stores a {value.GetType().Name}."),
    });

    /// <summary>Runs the statement for the values bound and makes it ready for the next.</summary>
    /// <exception cref="SqliteException">The database refused, with its error code.</exception>
    public void Execute()
    {
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE)
            Check(result);
    }

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
