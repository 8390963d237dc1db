using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Registry.Data;

/// <summary>
/// Triggers that refuse every update and delete of tables which only grow. Written by hand and apart from the generated
/// migrations, because the model cannot say it: generating those anew leaves the triggers alone.
/// </summary>
internal static class AppendOnly
{
    /// <summary>Late in name, so that it follows every migration that makes one of the tables.</summary>
    public const string Id = "20270101000000_AppendOnly";

    /// <summary>The tables that only grow.</summary>
    private static readonly string[] Tables = ["AuditEntries", "AuditLinks"];

    public static void Sqlite(MigrationBuilder migration)
    {
        foreach (var table in Tables)
        {
            foreach (var change in new[] { "UPDATE", "DELETE" })
                migration.Sql($"""CREATE TRIGGER "{table}_no_{change}" BEFORE {change} ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} only grows'); END;""");
        }
    }

    public static void Postgres(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
            """);
        foreach (var table in Tables)
        {
            migration.Sql(
                $"""
                CREATE TRIGGER "{table}_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
                FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"()
                """);
        }
    }
}

/// <summary>The triggers on SQLite.</summary>
[DbContext(typeof(SqliteRegistryDbContext))]
[Migration(AppendOnly.Id)]
internal sealed class SqliteAppendOnly : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => AppendOnly.Sqlite(migrationBuilder);
}

/// <summary>The triggers on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegistryDbContext))]
[Migration(AppendOnly.Id)]
internal sealed class PostgresAppendOnly : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => AppendOnly.Postgres(migrationBuilder);
}
