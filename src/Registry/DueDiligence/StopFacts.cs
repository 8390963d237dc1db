using Registry.Companies;
using Registry.Facts;
using Registry.Search;

namespace Registry.DueDiligence;

/// <summary>Facts that stop a deal by themselves.</summary>
public static class StopFacts
{
    private static readonly Dictionary<string, string> ByList = new(StringComparer.Ordinal)
    {
        ["kgd-pseudo"] = "pseudoEnterprise",
        ["kgd-invalid-registration"] = "registrationInvalid",
        ["kgd-bankrupt"] = "bankrupt",
        ["kgd-inactive"] = "inactive",
        ["goszakup-rnu"] = "badFaithSupplier",
        ["samruk-unreliable"] = "badFaithSupplier",
    };

    /// <summary>The stops that hold on a day, each once per source.</summary>
    /// <param name="known">Facts known on that day.</param>
    public static IReadOnlyList<Stop> Of(EntityFacts known, DateOnly day)
    {
        var stops = new List<Stop>();
        var status = known.Statuses.Where(s => s.Since <= day).MaxBy(s => s.Since);
        if (status is { Status: CompanyStatus.Liquidated })
            stops.Add(new("liquidated", status.Since, status.Source));
        if (status is { Status: CompanyStatus.Bankrupt })
            stops.Add(new("bankrupt", status.Since, status.Source));
        foreach (var entry in known.Lists.Where(l => l.StandsOn(day)))
        {
            if (ByList.TryGetValue(entry.Source, out var id))
                stops.Add(new(id, entry.Since, entry.Source));
        }
        return stops;
    }
}
