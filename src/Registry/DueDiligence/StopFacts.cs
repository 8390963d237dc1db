using Registry.Companies;
using Registry.Facts;
using Registry.Indices;
using Registry.Search;

namespace Registry.DueDiligence;

/// <summary>Facts that stop a deal by themselves, or nearly so; they stand first wherever an entity is shown.</summary>
public static class StopFacts
{
    public const string Liquidated = "liquidated";
    public const string Bankrupt = "bankrupt";
    public const string PseudoEnterprise = "pseudoEnterprise";
    public const string RegistrationInvalid = "registrationInvalid";
    public const string BadFaithSupplier = "badFaithSupplier";
    public const string Inactive = "inactive";

    /// <summary>The list behind a stop id.</summary>
    private static readonly (string Id, string List)[] Lists =
    [
        (Bankrupt, "kgd-bankrupt"),
        (PseudoEnterprise, "kgd-pseudo"),
        (RegistrationInvalid, "kgd-invalid-registration"),
        (BadFaithSupplier, "goszakup-rnu"),
        (BadFaithSupplier, "samruk-unreliable"),
        (Inactive, "kgd-inactive"),
    ];

    private static readonly Stop[] None = [];

    /// <summary>The lists whose silence is needed to say that there is no stop.</summary>
    public static IReadOnlyList<string> Sources { get; } = [.. Lists.Select(l => l.List).Distinct(StringComparer.Ordinal)];

    /// <summary>The stops that hold on a day, in the order of the contract; each once, by the first source that has it.</summary>
    /// <param name="known">Facts already filtered by <see cref="EntityFacts.KnownOn"/>.</param>
    public static IReadOnlyList<Stop> Of(EntityFacts known, DateOnly day)
    {
        List<Stop>? stops = null;
        var profile = EntityProfile.Of(known, day);
        if (OfStatus(profile, CompanyStatus.Liquidated, Liquidated) is { } liquidated)
            (stops ??= []).Add(liquidated);
        if (OfStatus(profile, CompanyStatus.Bankrupt, Bankrupt) is { } bankrupt)
            (stops ??= []).Add(bankrupt);
        foreach (var (id, list) in Lists)
        {
            if (IndexCaps.Standing(known, list, day) is { } entry && stops?.Exists(s => s.Id == id) != true)
                (stops ??= []).Add(new Stop(id, entry.Since, list));
        }
        return stops is null ? None : stops;
    }

    private static Stop? OfStatus(EntityProfile profile, CompanyStatus status, string id) =>
        profile.Status == status && profile.StatusSource is { } source
            ? new Stop(id, profile.StatusSince ?? profile.Registration?.KnownFrom ?? default, source)
            : null;
}
