using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Registry.Data.Bulk;

/// <summary>A table as the model describes it: names quoted, values as the provider stores them.</summary>
internal sealed class TableShape
{
    private readonly Column[] key;

    public TableShape(RegistryDbContext db, Type entity)
    {
        var type = db.Model.FindEntityType(entity) ?? throw new InvalidOperationException($"{entity.Name} is not in the model.");
        Table = Quoted(type.GetTableName()!);
        var columns = type.GetProperties()
            .Where(p => !(p.ValueGenerated == ValueGenerated.OnAdd && p.IsPrimaryKey() && p.ClrType == typeof(long)))
            .Select(p => new Column(p)).ToArray();
        Columns = columns;
        key = [.. type.FindPrimaryKey()!.Properties.Select(p => Array.Find(columns, c => c.Property == p)).OfType<Column>()];
        Values = [.. columns.Where(c => !key.Contains(c))];
    }

    public string Table { get; }
    public IReadOnlyList<Column> Columns { get; }
    public IReadOnlyList<Column> Key => key;

    /// <summary>Columns outside the primary key.</summary>
    public IReadOnlyList<Column> Values { get; }

    public string ColumnList => string.Join(", ", Columns.Select(c => c.Name));

    public string KeyList => string.Join(", ", key.Select(c => c.Name));

    /// <summary>What an upsert does with a row that stands already.</summary>
    public string OnConflict => Values.Count == 0
        ? $"ON CONFLICT ({KeyList}) DO NOTHING"
        : $"ON CONFLICT ({KeyList}) DO UPDATE SET {string.Join(", ", Values.Select(c => $"{c.Name} = excluded.{c.Name}"))}";

    private static string Quoted(string name) => $"\"{name}\"";

    internal sealed class Column(IProperty property)
    {
        private readonly Func<object, object?> getter = property.GetGetter().GetClrValue;
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public IProperty Property => property;
        public string Name { get; } = Quoted(property.GetColumnName());

        /// <summary>The row's value as the provider stores it.</summary>
        public object Of(object row) => Stored(getter(row));

        /// <summary>A CLR value as the provider stores it.</summary>
        public object Stored(object? value) => (convert is null || value is null ? value : convert(value)) ?? DBNull.Value;
    }
}
