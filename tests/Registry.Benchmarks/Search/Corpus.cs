using System.Globalization;
using Registry.Companies;
using Registry.Indices;
using Registry.Names;
using Registry.Search;

namespace Registry.Benchmarks.Search;

/// <summary>
/// The companies looked for among invented ones that make it hard: words of the known names put together anew, and for
/// some of ten the very words of a known name with one changed, added or left out. The same arguments give the same companies.
/// </summary>
internal sealed class Corpus
{
    /// <summary>Raised when other companies or queries are made: what is kept of the former ones is not used then.</summary>
    public const int Version = 2;
    private const int Seed = 20261123;
    private static readonly string[] FormsRu = ["ТОО", "Товарищество с ограниченной ответственностью", "АО", "ИП", "КХ", "ПК", "ОО", "ГУ"];
    private static readonly string[] Streets = ["Абая", "Тимирязева", "Сатпаева", "Кабанбай батыра", "Мангилик Ел", "Республики", "Гоголя", "Жибек Жолы", "Назарбаева", "Толе би", "Ауэзова", "Байтурсынова", "Момышулы", "Рыскулова", "Желтоксан", "Муканова"];
    private static readonly string[] Towns = ["г. Алматы", "г. Астана", "г. Шымкент", "г. Караганда", "г. Актобе", "г. Тараз", "г. Павлодар", "г. Усть-Каменогорск", "г. Семей", "г. Атырау", "г. Костанай", "г. Кызылорда", "г. Уральск", "г. Актау"];
    private static readonly string[] Given = ["Нурлан", "Серик", "Айгуль", "Марат", "Динара", "Ерлан", "Гульнара", "Асхат", "Жанна", "Тимур", "Алия", "Бауыржан", "Сауле", "Данияр", "Оксана", "Виктор", "Светлана", "Канат", "Айнур", "Арман"];
    private static readonly string[] Surnames = ["Ахметов", "Ибраев", "Сулейменов", "Жумабаев", "Омаров", "Касымов", "Нурпеисов", "Ким", "Иванов", "Абдрахманов", "Садыков", "Искаков", "Петров", "Бекетов", "Тулегенов", "Мусин", "Ержанов", "Кожахметов", "Смагулов", "Турсунов"];
    private readonly IReadOnlyList<KnownCompany> known;
    private readonly int alike;
    private readonly string[] words;
    private readonly string[][] cores;
    private readonly HashSet<string> keys;

    /// <summary>Companies around those looked for.</summary>
    /// <param name="alike">How many of ten invented names are a known one with a word changed.</param>
    public Corpus(IReadOnlyList<KnownCompany> known, int alike)
    {
        this.known = known;
        this.alike = alike;
        cores = [.. known.Select(k => Core.WordsOf(k.Name)).Where(c => c.Length > 0)];
        words = [.. cores.SelectMany(c => c)];
        keys = [.. known.SelectMany(k => new[] { k.Ru, k.Kk }).OfType<string>().Select(NameKey.Of)];
    }

    /// <summary>The known companies and <paramref name="others"/> invented ones.</summary>
    public IEnumerable<CompanyDocument> Companies(int others)
    {
        var random = new Random(Seed);
        var numbers = known.Select(k => k.Bin).ToHashSet(StringComparer.Ordinal);
        foreach (var company in known)
        {
            var core = Core.Of(company.Name);
            yield return Document(company.Bin, company.Ru, company.Kk ?? Kazakh(core, random), English(core, random), random);
        }
        for (var i = 0; i < others; i++)
        {
            var bin = Number(i, numbers);
            var core = string.Join(' ', Invented(random));
            while (keys.Contains(NameKey.Of(core)))
                core = string.Join(' ', Invented(random));
            yield return Document(bin, $"{FormsRu[random.Next(random.Next(2) == 0 ? 2 : FormsRu.Length)]} \"{core}\"", Kazakh(core, random), English(core, random), random);
        }
    }

    // Names in further languages say the same words again, for those looked for as for the others: engines that count words would tell them apart by that.
    private static string? Kazakh(string core, Random random) => random.Next(10) < 6 ? $"\"{core}\" ЖШС" : null;

    private static string? English(string core, Random random) => random.Next(100) < 15 ? $"{Spelling.Passport(core)} LLP" : null;

    private string[] Invented(Random random)
    {
        if (random.Next(10) < alike)
            return Changed(cores[random.Next(cores.Length)], random);
        var count = random.Next(10) switch { < 3 => 1, < 8 => 2, _ => 3 };
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(3) == 0 ? Blend(random) : words[random.Next(words.Length)])];
    }

    private string[] Changed(string[] core, Random random)
    {
        var changed = core.ToList();
        var at = random.Next(core.Length);
        switch (random.Next(3))
        {
            case 0: changed[at] = words[random.Next(words.Length)]; break;
            case 1: changed.Insert(random.Next(core.Length + 1), words[random.Next(words.Length)]); break;
            default:
                if (core.Length > 1)
                    changed.RemoveAt(at);
                else
                    changed.Add(words[random.Next(words.Length)]);
                break;
        }
        return [.. changed];
    }

    /// <summary>Half of one word and half of another: words that occur once, as a third of a register's do.</summary>
    private string Blend(Random random)
    {
        var left = words[random.Next(words.Length)];
        var right = words[random.Next(words.Length)];
        return string.Concat(left.AsSpan(0, (left.Length + 1) / 2), right.AsSpan(right.Length / 2));
    }

    private static string Number(int serial, HashSet<string> taken)
    {
        for (var kind = 4; ; kind++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{serial % 26:00}{(serial / 26 % 12) + 1:00}{kind}0{serial / 3:000000}");
            if (taken.Add(number))
                return number;
        }
    }

    private static CompanyDocument Document(string bin, string? ru, string? kk, string? en, Random random)
    {
        var krp = random.Next(3) == 0 ? "110" : "105";
        return new CompanyDocument
        {
            Hit = new CompanyHit
            {
                Bin = bin,
                NameRu = ru,
                NameKk = kk,
                NameEn = en,
                Status = random.Next(10) < 8 ? CompanyStatus.Active : CompanyStatus.Liquidated,
                Region = $"{10 + random.Next(20)}",
                Oked = $"{46000 + random.Next(900)}",
                Indices = new Dictionary<string, HitIndex>(StringComparer.Ordinal)
                {
                    ["taxpayerIntegrity"] = Index(random),
                    ["financialStability"] = Index(random),
                    ["paymentDiscipline"] = Index(random),
                },
            },
            Head = $"{Surnames[random.Next(Surnames.Length)]} {Given[random.Next(Given.Length)]} {Given[random.Next(Given.Length)]}ович",
            Address = $"{Towns[random.Next(Towns.Length)]}, ул. {Streets[random.Next(Streets.Length)]}, дом {random.Next(180) + 1}",
            Section = ((char)('A' + random.Next(21))).ToString(),
            Krp = krp,
            RegisteredOn = new DateOnly(1995, 1, 1).AddDays(random.Next(11_000)),
            Version = 1,
        };
    }

    private static HitIndex Index(Random random) =>
        random.Next(3) == 0
            ? new HitIndex(null, null, IndexState.InsufficientData)
            : new HitIndex(Math.Round(random.NextDouble() * 100, 1), "ABCDE"[random.Next(5)].ToString(), IndexState.Rated);
}
