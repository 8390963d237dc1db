using Microsoft.Extensions.Localization;
using Registry.Search;
using Registry.Web.Shared;

namespace Registry.Web.Api.Reconcile;

/// <summary>Suggests entities, properties and types while somebody types.</summary>
internal sealed class ReconcileSuggestions(CompanyFinder finder, IStringLocalizer<ReconcileTexts> texts, Reconciler reconciler)
{
    private const int PageSize = 10;

    /// <summary>Nobody leafs further through suggestions; whoever does should type more.</summary>
    private const int MostHits = 100;

    /// <summary>A page of suggestions after the first <paramref name="skip"/>, or null for something that is not suggested.</summary>
    public async Task<SuggestedItems?> OfAsync(string what, string prefix, int skip, CancellationToken cancel) => what switch
    {
        "entity" => new SuggestedItems(await EntitiesAsync(prefix, skip, cancel)),
        "property" => Page(ReconcileProperties.All.Select(p => new SuggestedItem(p.Id, texts.Of("Property", p.Id), p.Id)), prefix, skip),
        "type" => Page([new SuggestedItem(Reconciler.TypeId, reconciler.Type.Name, texts["TypeDescription"])], prefix, skip),
        _ => null,
    };

    private async Task<IReadOnlyList<SuggestedItem>> EntitiesAsync(string prefix, int skip, CancellationToken cancel)
    {
        if (skip >= MostHits)
            return [];
        var hits = await finder.SuggestAsync(prefix, Math.Min(skip + PageSize, MostHits), cancel);
        return [.. hits.Skip(skip).Select(hit =>
            new SuggestedItem(hit.Bin, EntityNames.Of(hit.Bin, hit.NameRu, hit.NameKk, hit.NameEn).Main, reconciler.Describe(hit)) { Notable = [reconciler.Type] })];
    }

    /// <summary>What begins like that stands before what merely holds it.</summary>
    private static SuggestedItems Page(IEnumerable<SuggestedItem> items, string prefix, int skip) => new([.. items
        .Where(i => i.Id.Contains(prefix, StringComparison.OrdinalIgnoreCase) || i.Name.Contains(prefix, StringComparison.CurrentCultureIgnoreCase))
        .OrderByDescending(i => i.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || i.Name.StartsWith(prefix, StringComparison.CurrentCultureIgnoreCase))
        .Skip(skip)
        .Take(PageSize)]);
}
