using Registry.Companies;
using Registry.Indices;
using Registry.Search;

namespace Registry.Benchmarks;

/// <summary>
/// Invented companies for measuring: names built from syllables and trade words, so that rare and common words are spread
/// as in a real register. The same seed gives the same companies.
/// </summary>
internal sealed class SyntheticNames(int seed)
{
    private static readonly string[] Heads = ["Ал", "Бай", "Дос", "Ер", "Жан", "Қай", "Мер", "Нұр", "Өр", "Сар", "Тал", "Ұлы", "Шың", "Ақ", "Көк", "Та", "Ма", "Ро", "Ви", "Кон", "Са", "Ли", "Бо", "Гра", "Де"];
    private static readonly string[] Middles = ["та", "жа", "сы", "қа", "ры", "ме", "лі", "ға", "ша", "бе", "дә", "зи", "ко", "ну", "ве", "фо", "ци", "ма", "ті", "ра"];
    private static readonly string[] Tails = ["н", "р", "с", "қ", "т", "м", "л", "й", "з", "ң", "лық", "стан", "ар", "ия", "ек", "ов"];
    private static readonly (string Ru, string Kk, string En)[] Trades =
    [
        ("Строй", "Құрылыс", "Build"), ("Сервис", "Сервис", "Service"), ("Трейд", "Сауда", "Trade"), ("Групп", "Топ", "Group"),
        ("Логистика", "Логистика", "Logistics"), ("Агро", "Агро", "Agro"), ("Мед", "Мед", "Med"), ("Инвест", "Инвест", "Invest"),
        ("Транс", "Көлік", "Trans"), ("Центр", "Орталық", "Center"), ("Компани", "Компания", "Company"), ("Ойл", "Мұнай", "Oil"),
        ("Аптека", "Дәріхана", "Pharmacy"), ("Школа", "Мектеп", "School"), ("Энерго", "Қуат", "Energy"), ("Фуд", "Тағам", "Food"),
    ];

    private readonly Random random = new(seed);

    /// <summary>Companies one after the other, their BINs counted up.</summary>
    public IEnumerable<CompanyDocument> Companies(int count)
    {
        for (var i = 0; i < count; i++)
            yield return Company(i);
    }

    private CompanyDocument Company(int serial)
    {
        var core = random.Next(10) < 7 ? Word() : Word() + " " + Word();
        var trade = random.Next(10) < 8 ? Trades[random.Next(Trades.Length)] : default;
        var bands = new[] { "A", "B", "C", "D", "E" };
        var hasKazakh = random.Next(10) < 6;
        var hasEnglish = random.Next(10) < 2;
        return new CompanyDocument
        {
            Hit = new CompanyHit
            {
                Bin = $"{serial % 26:00}{(serial % 12) + 1:00}40{serial:000000}",
                NameRu = $"Товарищество с ограниченной ответственностью \"{core} {trade.Ru}\"",
                NameKk = hasKazakh ? $"\"{core} {trade.Kk}\" жауапкершілігі шектеулі серіктестігі" : null,
                NameEn = hasEnglish ? $"{core} {trade.En} LLP" : null,
                Status = random.Next(10) < 8 ? CompanyStatus.Active : CompanyStatus.Liquidated,
                Region = $"{10 + random.Next(20)}",
                Oked = "46909",
                Indices = new Dictionary<string, HitIndex>(StringComparer.Ordinal)
                {
                    ["taxpayerIntegrity"] = Index(bands),
                    ["financialStability"] = Index(bands),
                    ["paymentDiscipline"] = Index(bands),
                },
            },
            Head = $"{Word()} {Word()}",
            Section = ((char)('A' + random.Next(21))).ToString(),
            Krp = random.Next(3) == 0 ? "110" : "105",
            RegisteredOn = new DateOnly(1995, 1, 1).AddDays(random.Next(11_000)),
            Version = 1,
        };
    }

    private HitIndex Index(string[] bands) =>
        random.Next(3) == 0
            ? new HitIndex(null, null, IndexState.InsufficientData)
            : new HitIndex(Math.Round(random.NextDouble() * 100, 1), bands[random.Next(bands.Length)], IndexState.Rated);

    private string Word()
    {
        var word = Heads[random.Next(Heads.Length)];
        for (var middles = random.Next(1, 3); middles > 0; middles--)
            word += Middles[random.Next(Middles.Length)];
        return word + Tails[random.Next(Tails.Length)];
    }
}
