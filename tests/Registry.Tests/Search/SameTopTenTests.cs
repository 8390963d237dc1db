using Registry.Companies;
using Registry.Names;
using Registry.Search;
using Registry.Search.ElasticEngine;
using Registry.Search.LuceneEngine;
using Registry.Tests.Support;
using Xunit;

namespace Registry.Tests.Search;

/// <summary>The same companies and the same questions to both engines: the answers must not tell which one gave them.</summary>
public sealed class SameTopTenTests
{
    private const int Companies = 3_000;
    private const int Queries = 440;
    private const int Seed = 41;
    private static readonly string[] Stems = ["Алатау", "Бәйтерек", "Қыран", "Нұрлы", "Сарыарқа", "Тұлпар", "Медеу", "Жетісу", "Отырар", "Көкше", "Ертіс", "Самал", "Шапағат", "Дәстүр", "Арман", "Береке", "Ынтымақ", "Каспий", "Дархан", "Айгүл"];
    private static readonly string[] Endings = ["", "лы", "стан", "ия", "ов", "бай", "тау", "ком", "пром", "теx"];
    private static readonly string[] Trades = ["Строй", "Құрылыс", "Сервис", "Трейд", "Логистика", "Агро", "Инвест", "Центр", "Сауда", "Энерго", "Фуд", "Групп"];
    private static readonly string[] Forms = ["ТОО", "АО", "ИП", "Товарищество с ограниченной ответственностью"];

    [Fact]
    public async Task Both_engines_give_the_same_top_ten_totals_and_facets()
    {
        var settings = SearchServer.Open();
        using var folder = new TemporaryFolder();
        using var lucene = new LuceneCompanySearch(folder["index"]);
        using var elastic = new ElasticCompanySearch(settings, TimeProvider.System);
        try
        {
            var companies = Invented();
            await lucene.RebuildAsync(companies.ToAsyncEnumerable(), CancellationToken.None);
            await elastic.RebuildAsync(companies.ToAsyncEnumerable(), CancellationToken.None);
            var differences = new List<string>();
            foreach (var query in Asked(companies))
            {
                var expected = await lucene.FindAsync(query, CancellationToken.None);
                var actual = await elastic.FindAsync(query, CancellationToken.None);
                if (Told(expected) != Told(actual))
                    differences.Add($"{query.Text} {query.Sort} {query.Filters.Count}:\n  {Told(expected)}\n  {Told(actual)}");
            }
            Assert.True(differences.Count == 0, $"{differences.Count} of {Queries} differ, the first:\n{string.Join('\n', differences.Take(5))}");
        }
        finally
        {
            await SearchServer.ClearAsync(settings);
        }
    }

    private static string Told(CompanyPage page) => string.Join(' ',
        page.Items.Select(i => $"{i.Bin}:{i.Score:F6}:{i.Matched?.Kind}")
            .Append(page.Total.ToString())
            .Concat(page.Facets.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={string.Join(',', f.Value.Select(v => $"{v.Value}:{v.Count}"))}")));

    private static List<CompanyDocument> Invented()
    {
        var random = new Random(Seed);
        string Pick(string[] from) => from[random.Next(from.Length)];
        return [.. Enumerable.Range(0, Companies).Select(i =>
        {
            var core = Pick(Stems) + Pick(Endings) + (random.Next(3) == 0 ? "" : " " + Pick(Trades)) + (random.Next(4) == 0 ? " " + Pick(Stems) : "");
            var company = SearchCompanies.Of($"{random.Next(26):00}0{1 + random.Next(9)}40{i:000000}", $"{Pick(Forms)} \"{core}\"", random.Next(2) == 0 ? $"\"{core}\" ЖШС" : null, random.Next(5) == 0 ? Skeleton.Of(core) + " LLP" : null);
            return company with
            {
                Hit = company.Hit with
                {
                    Region = $"{10 + random.Next(5)}",
                    Status = random.Next(5) == 0 ? CompanyStatus.Liquidated : CompanyStatus.Active,
                    Indices = SearchCompanies.Indices(random.Next(3) == 0 ? null : random.Next(1000) / 10.0, random.Next(100), null),
                },
                Head = $"{Pick(Stems)}ов {Pick(Stems)}",
                Address = $"г. {Pick(Stems)}, ул. {Pick(Stems)} {random.Next(200)}",
                FormerNames = random.Next(6) == 0 ? [$"ТОО \"{Pick(Stems)} {Pick(Trades)}\""] : [],
                RegisteredOn = random.Next(9) == 0 ? null : new DateOnly(2000, 1, 1).AddDays(random.Next(9000)),
            };
        })];
    }

    private static IEnumerable<CompanyQuery> Asked(List<CompanyDocument> companies)
    {
        var random = new Random(Seed);
        var sorts = Enum.GetValues<CompanySort>();
        for (var i = 0; i < Queries; i++)
        {
            var company = companies[random.Next(companies.Count)];
            var name = company.Hit.NameRu!;
            var core = name[(name.IndexOf('"', StringComparison.Ordinal) + 1)..^1];
            yield return new CompanyQuery
            {
                Text = Typed(i % 14, name, core, company, random),
                Limit = 10,
                Sort = i % 7 == 0 ? sorts[random.Next(sorts.Length)] : CompanySort.Relevance,
                Filters = i % 5 == 0 ? new Dictionary<string, IReadOnlyList<string>> { [Facets.Region] = ["10", "12"], [Facets.Tax] = ["A", "C"] } : new CompanyQuery().Filters,
            };
        }
    }

    private static string Typed(int kind, string name, string core, CompanyDocument company, Random random) => kind switch
    {
        0 => name,
        1 => core.ToLowerInvariant(),
        2 => Skeleton.Of(core),
        3 => Slip(core, random),
        4 => Slip(Slip(core, random), random),
        5 => core[..Math.Max(2, core.Length * 6 / 10)],
        6 => string.Join(' ', core.Split(' ').Reverse()),
        7 => core.Split(' ')[0],
        8 => KeyboardLayout.Swap(core),
        9 => company.Hit.Bin.TrimStart('0'),
        10 => core + " " + company.Head!.Split(' ')[0],
        11 => core.Replace(" ", "", StringComparison.Ordinal),
        12 => core + " компаниясы",
        _ => "",
    };

    private static string Slip(string text, Random random)
    {
        var at = random.Next(1, text.Length - 1);
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, "о"),
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }
}
