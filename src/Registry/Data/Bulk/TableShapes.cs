using System.Collections.Concurrent;

namespace Registry.Data.Bulk;

/// <summary>Shapes of one provider's tables, made once.</summary>
internal sealed class TableShapes
{
    private readonly ConcurrentDictionary<Type, TableShape> shapes = new();

    public TableShape Of<T>(RegistryDbContext db) => shapes.GetOrAdd(typeof(T), type => new TableShape(db, type));
}
