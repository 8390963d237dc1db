using System.Text.Json.Nodes;

namespace Registry.E2E.Support;

/// <summary>A company of the demo set, as the search shows it.</summary>
public sealed record DemoCompany(string Bin, string NameRu, string NameKk, string NameEn)
{
    /// <summary>The first active company that has a name in each language.</summary>
    public static async Task<DemoCompany> FindAsync(RunningRegister register)
    {
        var page = await register.GetAsync("api/v1/companies?status=Active&sort=name&limit=100");
        return page["items"]!.AsArray().Select(Read).First(company => company is not null)!;
    }

    private static DemoCompany? Read(JsonNode? hit) =>
        hit is not null && Text(hit, "nameRu") is { } ru && Text(hit, "nameKk") is { } kk && Text(hit, "nameEn") is { } en
            ? new DemoCompany(Text(hit, "bin")!, ru, kk, en)
            : null;

    private static string? Text(JsonNode hit, string field) => hit[field]?.GetValue<string>();
}
