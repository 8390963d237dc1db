namespace Registry.Tests.Support;

/// <summary>A database that the register runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
