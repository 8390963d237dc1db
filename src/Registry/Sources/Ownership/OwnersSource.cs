using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Ownership;

/// <summary>
/// Founders, beneficial owners and heads: <c>bin,kind,personIin,personName,entityBin,from,share,to,nominee</c>.
/// A holder is a person or an entity, never both; a person without IIN is known by the name alone.
/// </summary>
public sealed class OwnersSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "owners";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "kind", "personIin", "personName", "entityBin", "from", "to"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var person = row.OptionalPerson("personIin");
        var name = row.Text("personName");
        var entity = row.OptionalEntity("entityBin");
        if (entity is not null && person is not null)
            row.Fail("entityBin", "personAndEntity");
        if (entity is null && person is null && name is null && row.Ok)
            row.Fail("personIin", "", "noParty");
        var owner = new Owner
        {
            Source = Id,
            Bin = row.Entity("bin"),
            Kind = row.OneOf<OwnerKind>("kind"),
            Party = PartyOf(person, entity, name),
            From = row.Date("from"),
            To = row.OptionalDate("to"),
            PersonName = name,
            EntityBin = entity,
            Share = row.OptionalNumber("share", 0, 100),
            Nominee = row.Bool("nominee"),
        };
        row.InOrder("from", owner.From, "to", owner.To);
        return row.Result(owner);
    }

    private static string PartyOf(string? person, string? entity, string? name) =>
        entity is not null ? $"entity:{entity}" : person ?? $"name:{NameKey(name ?? "")}";

    /// <summary>A person's name as it is compared: one case, single blanks, ё as е.</summary>
    private static string NameKey(string name) =>
        string.Join(' ', name.ToUpperInvariant().Replace('Ё', 'Е').Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
