using Registry.Names;
using Registry.Seed;

namespace Registry.Benchmarks.Search;

/// <summary>A company that queries look for.</summary>
/// <param name="Bin">Its number.</param>
/// <param name="Ru">Name in the first language.</param>
/// <param name="Kk">Name in the other language, or null.</param>
internal sealed record KnownCompany(string Bin, string? Ru, string? Kk)
{
    /// <summary>Variable that points to a folder with real names; never part of the tree.</summary>
    public const string RealNamesVariable = "REGISTRY_REAL_NAMES";
    private const ulong Seed = 20261123;

    /// <summary>The name that queries start from.</summary>
    public string Name => Ru ?? Kk!;

    /// <summary>Invented companies, the same each time.</summary>
    public static IReadOnlyList<KnownCompany> Synthetic(int count)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. SyntheticCompanies.Stream(count * 20L, Seed)
            .Where(c => !c.IsSoleProprietor && seen.Add(NameKey.Of(c.NameRu)))
            .Take(count)
            .Select(c => new KnownCompany(c.Number, c.NameRu, NameKey.Of(c.NameKk) == NameKey.Of(c.NameRu) ? null : c.NameKk))];
    }

    /// <summary>Real companies from <c>kz-names-dev.csv</c> and <c>kz-name-pairs-dev.csv</c> of the folder.</summary>
    public static IReadOnlyList<KnownCompany> Real(string folder)
    {
        var known = new Dictionary<string, KnownCompany>(StringComparer.Ordinal);
        foreach (var row in Rows(Path.Combine(folder, "kz-names-dev.csv")))
        {
            var company = known.GetValueOrDefault(row[0]) ?? new KnownCompany(row[0], null, null);
            known[row[0]] = row[1] == "kk" ? company with { Kk = company.Kk ?? row[2] } : company with { Ru = company.Ru ?? row[2] };
        }
        foreach (var row in Rows(Path.Combine(folder, "kz-name-pairs-dev.csv")))
        {
            var company = known.GetValueOrDefault(row[0]) ?? new KnownCompany(row[0], row[2], null);
            known[row[0]] = company.Ru is not null && company.Kk is null && row[1] != company.Ru ? company with { Kk = row[1] } : company;
        }
        return [.. known.Values];
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        foreach (var line in File.ReadLines(file).Skip(1))
            yield return Cells(line);
    }

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
                Finish();
            else
                cell.Append(line[i]);
        }
        Finish();
        return [.. cells];

        void Finish()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
