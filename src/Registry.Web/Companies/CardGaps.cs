using Registry.Companies;
using Registry.Indices;

namespace Registry.Web.Companies;

/// <summary>Something about an entity that the register did not check.</summary>
/// <param name="Kind"><c>factor</c>, <c>list</c> or <c>owner</c>.</param>
/// <param name="Id">Id of the factor or list.</param>
/// <param name="Note">Key of the reason.</param>
public sealed record CardGap(string Kind, string Id, string Note, string? Source);

/// <summary>What was not checked, and why: always told.</summary>
public static class CardGaps
{
    private const string NoData = "noData";

    /// <summary>All gaps of a card.</summary>
    public static IReadOnlyList<CardGap> Of(CompanyCard card)
    {
        var factors = card.Panels.SelectMany(p => p.Factors)
            .Where(f => f.State is FactorState.NotChecked)
            .Select(f => new CardGap("factor", f.Id, f.Note ?? NoData, f.Source));
        var lists = ListStates.Of(card).Where(l => !l.IsChecked)
            .Select(l => new CardGap("list", l.List, l.AsOf is null ? "sourceNotLoaded" : "sourceStale", l.List));
        var owners = card.Owners.Any(o => string.Equals(o.Kind, "BeneficialOwner", StringComparison.Ordinal))
            ? Enumerable.Empty<CardGap>()
            : [new CardGap("owner", "beneficialOwner", "notDisclosed", "owners")];
        return [.. factors, .. lists, .. owners];
    }
}
