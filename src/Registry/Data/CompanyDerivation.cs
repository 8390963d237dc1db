using Registry.Companies;
using Registry.Facts;
using Registry.Identifiers;
using Registry.Indices;
using Registry.Names;

namespace Registry.Data;

/// <summary>
/// Derives an entity's row from what the sources say; where two registers differ, <see cref="EntityProfile.Rule"/> decides.
/// </summary>
internal static class CompanyDerivation
{
    /// <summary>The row, or null for a number that no register of entities has named yet.</summary>
    /// <param name="facts">Facts that stand now.</param>
    public static Company? Of(EntityFacts facts)
    {
        var profile = EntityProfile.Of(facts);
        if (!profile.IsRegistered)
            return null;
        var registrations = EntityProfile.Ordered(facts.Registrations);
        var contact = facts.Contacts.Count > 0 ? facts.Contacts[0] : null;
        var nameRu = registrations.First(r => r.NameRu) ?? Current(facts.Names, "ru");
        var nameKk = registrations.First(r => r.NameKk) ?? Current(facts.Names, "kk");
        var nameEn = Current(facts.Names, "en");
        return new Company
        {
            Bin = facts.Bin,
            Kind = profile.Kind,
            CheckDigitValid = !Bin.TryParse(facts.Bin, out var bin) || bin.HasValidCheckDigit,
            NameRu = nameRu,
            NameKk = nameKk,
            NameEn = nameEn,
            FormerNames = Former(facts.Names),
            NameKey = (nameRu ?? nameKk ?? nameEn) is { } name ? NameKey.Of(name) : null,
            Status = profile.Status,
            StatusSince = profile.StatusSince,
            RegisteredOn = profile.RegisteredOn,
            Oked = profile.Oked,
            Section = profile.Section,
            Region = profile.Region,
            Kato = profile.Kato,
            Krp = profile.Krp,
            AddressRu = registrations.First(r => r.AddressRu),
            AddressKk = registrations.First(r => r.AddressKk),
            Head = registrations.First(r => r.Head),
            Phone = contact?.Phone,
            Email = contact?.Email,
            Website = contact?.Website,
        };
    }

    private static string? Current(IEnumerable<CompanyName> names, string language) =>
        names.Where(n => n.Language == language && n.To is null).MaxBy(n => n.From)?.Name;

    private static string? Former(IEnumerable<CompanyName> names)
    {
        var former = names.Where(n => n.To is not null).OrderByDescending(n => n.To).Select(n => n.Name).Distinct(StringComparer.Ordinal).ToList();
        return former.Count == 0 ? null : string.Join('\n', former);
    }

    private static string? First(this IReadOnlyList<Registration> registrations, Func<Registration, string?> value)
    {
        foreach (var registration in registrations)
        {
            if (value(registration) is { Length: > 0 } found)
                return found;
        }
        return null;
    }
}
