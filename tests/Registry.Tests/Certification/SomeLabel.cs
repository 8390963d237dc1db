using Registry.Certification;
using Registry.Facts;
using Registry.Sources;

namespace Registry.Tests.Certification;

/// <summary>A company with everything a valid label needs, to be broken in one place by each test.</summary>
internal static class SomeLabel
{
    public const string Bin = "150340012340";
    public const string Number = "KZ-CW-00417-L";
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly DateOnly Known = new(2025, 1, 1);

    public static SourceCalendar NoLoads { get; } = new(Today, new Dictionary<string, DateOnly>());

    public static EntityFacts Whole { get; } = new()
    {
        Bin = Bin,
        Registrations = [new Registration { Bin = Bin, Source = "stat-register", NameRu = "ТОО \"Алатау\"", RegisteredOn = new(2015, 3, 14), KnownFrom = Known }],
        Certificates = [TheCertificate],
        Surveillance = [AuditOf(new(2026, 5, 12), new(2026, 5, 12))],
        CertificationBodies = [TheBody],
        Labels = [TheLabel],
    };

    public static Certificate TheCertificate => new()
    {
        Bin = Bin, Source = "certificates", Number = "KZ.7500317.09.01.00112", Standard = "ISO 37001:2025", BodyBin = "070540001424", Accreditation = "KZ.Q.02.1200",
        IssuedOn = new(2025, 6, 1), ExpiresOn = new(2028, 5, 31), State = CertificateState.Active, KnownFrom = Known,
    };

    public static CertificationBody TheBody => new()
    {
        Bin = "070540001424", Source = "certification-bodies", Accreditation = "KZ.Q.02.1200", Name = "СертКаз", State = AccreditationState.Active,
        ValidUntil = new(2028, 12, 31), KnownFrom = Known,
    };

    public static Label TheLabel => new()
    {
        Bin = Bin, Source = "labels", Number = Number, Certificate = TheCertificate.Number, GrantedOn = new(2026, 7, 1), ValidUntil = new(2027, 6, 30),
        ObligationsSignedOn = new(2026, 6, 20), Products = "Кабель силовой АЖК-4\nМонтаж сетей", KnownFrom = Known,
    };

    public static Surveillance AuditOf(DateOnly planned, DateOnly? held, bool failed = false) => new()
    {
        Bin = "", Source = "surveillance", Number = TheCertificate.Number, PlannedOn = planned, HeldOn = held, Failed = failed, KnownFrom = Known,
    };

    public static LabelEvent Event(LabelEventKind kind, DateOnly on, DateOnly? date = null, string entry = "1") => new()
    {
        Bin = Bin, Source = "labels", Number = Number, Entry = entry, Kind = kind, DecidedOn = on, Date = date, Reason = "Публикация о подкупе", KnownFrom = Known,
    };

    public static LabelPosition On(this EntityFacts facts, DateOnly day) => LabelPosition.Of(Number, facts, NoLoads, day);

    public static LabelPosition Now(this EntityFacts facts) => facts.On(Today);
}
