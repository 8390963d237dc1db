using Registry.Companies;
using Registry.Facts;
using Registry.Identifiers;

namespace Registry.Indices;

/// <summary>
/// What the formulas need to know about who an entity is, out of sources that may disagree. Rule
/// <c>newestThenStatRegister</c>: the registration learned last is used, of two learned on one day the stat register's;
/// a field that it leaves empty comes from the next.
/// </summary>
public sealed record EntityProfile
{
    /// <summary>Name of the rule by which sources are chosen; key of the texts.</summary>
    public const string Rule = "newestThenStatRegister";
    private const string StatRegister = "stat-register";
    private const string GovernmentSector = "13";

    public required CompanyKind Kind { get; init; }
    public Registration? Registration { get; init; }
    public DateOnly? RegisteredOn { get; init; }
    public string? Oked { get; init; }
    public string? Division { get; init; }
    public string? Section { get; init; }

    /// <summary>First two digits of KATO.</summary>
    public string? Region { get; init; }
    public string? Kato { get; init; }
    public string? Krp { get; init; }
    public required CompanyStatus Status { get; init; }
    public DateOnly? StatusSince { get; init; }

    /// <summary>Source of the status, or null where no source states one.</summary>
    public string? StatusSource { get; init; }

    /// <summary>Peer groups to ask in turn, the narrowest first; <c>*</c>, everybody, only where the activity is not known.</summary>
    public required IReadOnlyList<string> PeerGroups { get; init; }

    /// <summary>Whether any register of entities knows the number.</summary>
    public bool IsRegistered => Registration is not null;

    /// <summary>Profile from the facts known on a day.</summary>
    /// <param name="known">Facts already filtered by <see cref="EntityFacts.KnownOn"/>.</param>
    /// <param name="day">Statuses that begin later are left out; null takes all.</param>
    public static EntityProfile Of(EntityFacts known, DateOnly? day = null)
    {
        var ordered = Ordered(known.Registrations);
        var oked = First(ordered, r => r.Oked);
        var kato = First(ordered, r => r.Kato);
        var krp = First(ordered, r => r.Krp);
        var region = kato is { Length: >= 2 } ? kato[..2] : null;
        var (status, since, source) = StatusOf(known, ordered, day);
        return new EntityProfile
        {
            Kind = KindOf(known.Bin, ordered),
            Registration = ordered.Count > 0 ? ordered[0] : null,
            RegisteredOn = FirstDay(ordered),
            Oked = oked,
            Division = OkedSections.Division(oked),
            Section = OkedSections.Section(oked),
            Region = region,
            Kato = kato,
            Krp = krp,
            Status = status,
            StatusSince = since,
            StatusSource = source,
            PeerGroups = Indices.PeerGroups.Of(oked, region, krp),
        };
    }

    /// <summary>Registrations in the order in which they are believed.</summary>
    public static IReadOnlyList<Registration> Ordered(IReadOnlyList<Registration> registrations) =>
        registrations.Count < 2
            ? registrations
            : [.. registrations.OrderByDescending(r => r.KnownFrom)
                .ThenBy(r => r.Source == StatRegister ? 0 : 1).ThenBy(r => r.Source, StringComparer.Ordinal)];

    private static string? First(IReadOnlyList<Registration> ordered, Func<Registration, string?> field)
    {
        foreach (var registration in ordered)
        {
            if (field(registration) is { Length: > 0 } value)
                return value;
        }
        return null;
    }

    private static DateOnly? FirstDay(IReadOnlyList<Registration> ordered)
    {
        foreach (var registration in ordered)
        {
            if (registration.RegisteredOn is { } day)
                return day;
        }
        return null;
    }

    private static (CompanyStatus Status, DateOnly? Since, string? Source) StatusOf(
        EntityFacts known, IReadOnlyList<Registration> ordered, DateOnly? day)
    {
        StatusChange? latest = null;
        foreach (var change in known.Statuses)
        {
            if ((day is null || change.Since <= day) && (latest is null || change.Since > latest.Since))
                latest = change;
        }
        if (latest is not null)
            return (latest.Status, latest.Since, latest.Source);
        foreach (var registration in ordered)
        {
            if (registration.Status is { } status)
                return (status, null, registration.Source);
        }
        return (CompanyStatus.Registered, null, null);
    }

    private static CompanyKind KindOf(string number, IReadOnlyList<Registration> ordered)
    {
        if (EntityNumber.IsSoleProprietor(number))
            return CompanyKind.SoleProprietor;
        if (Bin.TryParse(number, out var bin))
        {
            if (bin.Unit == BinUnit.PeasantFarm)
                return CompanyKind.PeasantFarm;
            if (bin.Holder == BinHolder.JointEntrepreneurship)
                return CompanyKind.JointEntrepreneurship;
            if (bin.Unit == BinUnit.Branch)
                return CompanyKind.Branch;
            if (bin.Unit == BinUnit.Representation)
                return CompanyKind.Representation;
        }
        return IsStateInstitution(ordered) ? CompanyKind.StateInstitution : CompanyKind.LegalEntity;
    }

    private static bool IsStateInstitution(IReadOnlyList<Registration> ordered)
    {
        foreach (var registration in ordered)
        {
            if (registration.Kse?.StartsWith(GovernmentSector, StringComparison.Ordinal) == true
                || Says(registration.NameRu, "государственное учреждение")
                || Says(registration.NameKk, "мемлекеттік мекеме"))
                return true;
        }
        return false;
    }

    private static bool Says(string? name, string words) => name?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
