using Registry.Seed.Entities;

namespace Registry.Seed;

/// <summary>An invented entity in short, for benchmarks and tests that need many names quickly.</summary>
/// <param name="Index">Its place in the generation, from 0.</param>
/// <param name="Number">BIN, or the invented IIN of a sole proprietor.</param>
/// <param name="IsSoleProprietor">Whether the number is an IIN.</param>
/// <param name="NameRu">Russian name with its legal form.</param>
/// <param name="NameKk">Kazakh name with its legal form.</param>
/// <param name="NameEn">English name with its legal form.</param>
/// <param name="RegisteredOn">Day of registration.</param>
/// <param name="Oked">Main activity, five digits.</param>
/// <param name="Kato">Settlement, nine digits.</param>
/// <param name="Krp">Size class.</param>
/// <param name="AddressRu">Legal address.</param>
/// <param name="Head">Name of the head.</param>
public sealed record SyntheticCompany(
    long Index, string Number, bool IsSoleProprietor, string NameRu, string NameKk, string NameEn,
    DateOnly RegisteredOn, string Oked, string Kato, string Krp, string AddressRu, string Head);

/// <summary>Invented entities without files.</summary>
public static class SyntheticCompanies
{
    /// <summary>The day from which the demo set is seen.</summary>
    public static readonly DateOnly BaseDay = new(2026, 11, 23);

    /// <summary>
    /// The first <paramref name="count"/> entities of <paramref name="seed"/>, the same as in the files; made one by one, never held.
    /// </summary>
    /// <param name="count">At least 0; numbers suffice for about three million.</param>
    /// <param name="seed">Same seed, same entities.</param>
    public static IEnumerable<SyntheticCompany> Stream(long count, ulong seed)
    {
        var world = new World(seed, count, BaseDay);
        foreach (var entity in world.Entities())
        {
            yield return new SyntheticCompany(
                entity.Index, entity.Number, entity.Kind == EntityKind.SoleProprietor,
                entity.Names.Ru, entity.Names.Kk, entity.Names.En,
                entity.RegisteredOn, entity.Activity.Oked, entity.Place.Kato, entity.Size.Code,
                $"{entity.Place.Region}, {entity.Place.Ru}, {entity.Street}", world.PersonOf(entity.Head).Name);
        }
    }
}
