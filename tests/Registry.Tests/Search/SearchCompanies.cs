using Registry.Certification;
using Registry.Companies;
using Registry.Indices;
using Registry.Search;

namespace Registry.Tests.Search;

/// <summary>Invented companies for search tests.</summary>
internal static class SearchCompanies
{
    public const string Qyran = "200140000010";
    public const string QyranTrade = "200140000021";
    public const string Altyn = "080340021186";
    public const string Brand = "200140000043";
    public const string Proprietor = "P00000000017";

    public static CompanyDocument Of(string bin, string? ru = null, string? kk = null, string? en = null, long version = 1) => new()
    {
        Hit = new CompanyHit
        {
            Bin = bin,
            NameRu = ru,
            NameKk = kk,
            NameEn = en,
            Status = CompanyStatus.Active,
            Region = "75",
            Oked = "62011",
            Indices = Indices(null, null, null),
        },
        Section = "J",
        Krp = "105",
        Version = version,
    };

    public static IReadOnlyDictionary<string, HitIndex> Indices(double? tax, double? financial, double? payment) =>
        new Dictionary<string, HitIndex>
        {
            ["taxpayerIntegrity"] = Index(tax),
            ["financialStability"] = Index(financial),
            ["paymentDiscipline"] = Index(payment),
        };

    public static IReadOnlyList<CompanyDocument> Some { get; } =
    [
        Of(Qyran, "Товарищество с ограниченной ответственностью \"Қыран Құрылыс\"", "\"Қыран Құрылыс\" жауапкершілігі шектеулі серіктестігі", "Qyran Construction LLP"),
        Of(QyranTrade, "ТОО \"Қыран Трейд Азия\"", "\"Қыран Трейд Азия\" ЖШС"),
        Of(Altyn, "ТОО \"Детский центр Алтын Дән\"", "\"Алтын Дән балалар орталығы\" ЖШС") with
        {
            FormerNames = ["ТОО \"Звёздочка\""],
            Head = "Нұрлыбеков Ерасыл Маратұлы",
            Section = "P",
            RegisteredOn = new DateOnly(2008, 3, 12),
        },
        Rich(),
        Of(Proprietor, "ИП Сапарова Гүлнұр"),
    ];

    private static CompanyDocument Rich()
    {
        var plain = Of(Brand, "ТОО \"BRANDMARK Logistics\"", null, "BRANDMARK Logistics LLP");
        return plain with
        {
            RegisteredOn = new DateOnly(2020, 1, 15),
            Hit = plain.Hit with
            {
                Region = "71",
                Status = CompanyStatus.Bankrupt,
                Indices = Indices(81.5, 40, null),
                Rating = new HitRating(70.1, "AA", "Rated"),
                Label = new HitLabel("W-1", "Valid"),
                Certificates = [new HitCertificate("ISO 37001", CertificateState.Active), new HitCertificate("ISO 9001", CertificateState.Expired)],
                Stops = [new Stop("bankrupt", new DateOnly(2024, 5, 6), "kgd-bankrupt")],
            },
        };
    }

    private static HitIndex Index(double? value) => value switch
    {
        null => new HitIndex(null, null, IndexState.InsufficientData),
        >= 80 => new HitIndex(value, "A", IndexState.Rated),
        _ => new HitIndex(value, "C", IndexState.Rated),
    };
}
