namespace Registry.Data.Bulk;

/// <summary>
/// Writes and looks up many rows by key, each database in the way it is fastest. Works in the context's open transaction.
/// Tables, columns and conversions come from the model.
/// </summary>
public interface IBulkWriter
{
    /// <summary>Rows whose leading key columns equal one of <paramref name="keys"/>; each key gives the first columns of the primary key.</summary>
    /// <param name="keys">CLR values in the order of the primary key's columns; all of one length.</param>
    Task<List<T>> FindAsync<T>(RegistryDbContext db, IReadOnlyList<object[]> keys, CancellationToken cancel)
        where T : class;

    /// <summary>
    /// Makes the open transaction the only one that enters new rows until it ends, so that a row not found stays not there.
    /// </summary>
    Task LockAsync(RegistryDbContext db, CancellationToken cancel);

    /// <summary>Inserts rows that are not there; the caller holds <see cref="LockAsync"/> and has looked.</summary>
    Task InsertAsync<T>(RegistryDbContext db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class;

    /// <summary>Inserts rows; one whose primary key stands already replaces it.</summary>
    Task UpsertAsync<T>(RegistryDbContext db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class;

    /// <summary>Deletes rows by their primary keys.</summary>
    Task DeleteAsync<T>(RegistryDbContext db, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class;

    /// <summary>Queues companies for the search index, and grows the version of each.</summary>
    /// <param name="bins">Entities touched; those that the register does not know yet are passed over.</param>
    Task TouchAsync(RegistryDbContext db, IReadOnlyCollection<string> bins, CancellationToken cancel);
}
