using Registry.Names;
using Registry.Search;

namespace Registry.Benchmarks;

/// <summary>A query and the company that it means.</summary>
internal sealed record SampleQuery(string Kind, string Text, string Bin, string Key);

/// <summary>Queries as people type them: whole names, other scripts, slips, beginnings, lost words, the wrong layout, numbers.</summary>
internal static class QueryMix
{
    private const int Seed = 7;
    private static readonly string[] Kinds = ["exact", "with form", "latin", "typo", "two typos", "prefix", "reordered", "extra word", "layout", "one word", "number"];

    public static IReadOnlyList<SampleQuery> Of(IEnumerable<CompanyDocument> companies, int count, int queries)
    {
        var random = new Random(Seed);
        var every = Math.Max(1, count / queries);
        var mix = new List<SampleQuery>(queries);
        foreach (var company in companies.Where((_, i) => i % every == 0).Take(queries))
        {
            var kind = Kinds[mix.Count % Kinds.Length];
            var name = company.Hit.NameRu!;
            var core = name[(name.IndexOf('"', StringComparison.Ordinal) + 1)..^1].Trim();
            mix.Add(new SampleQuery(kind, Text(kind, core, company.Hit.Bin, random), company.Hit.Bin, NameKey.Of(name)));
        }
        return mix;
    }

    private static string Text(string kind, string core, string bin, Random random) => kind switch
    {
        "with form" => $"ТОО «{core}»",
        "latin" => Skeleton.Of(core),
        "typo" => Slip(core, random),
        "two typos" => Slip(Slip(core, random), random),
        "prefix" => core[..Math.Max(3, core.Length * 6 / 10)],
        "reordered" => string.Join(' ', core.Split(' ').Reverse()),
        "extra word" => core + " компаниясы",
        "layout" => KeyboardLayout.Swap(core),
        "one word" => core.Split(' ')[0],
        "number" => bin.TrimStart('0'),
        _ => core,
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
