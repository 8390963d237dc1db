using System.Globalization;
using Microsoft.Extensions.Localization;
using Registry.Companies;
using Registry.Companies.Classifiers;
using Registry.Identifiers;
using Registry.Search;
using Registry.Web.Shared;

namespace Registry.Web.Api.Reconcile;

/// <summary>Finds the entities that queries may mean, by the register's own search, and weighs their properties.</summary>
internal sealed class Reconciler(
    ICompanySearch search, CompanyReader companies, IStringLocalizer<ReconcileTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>The one type of entities.</summary>
    public const string TypeId = "Company";

    /// <summary>A name from here on is the same but for its legal form and its letters; below, a person should look.</summary>
    private const double SureScore = 0.95;

    /// <summary>A namesake closer than this makes a match a guess.</summary>
    private const double SureLead = 0.05;

    /// <summary>Share of the score that contradicting properties take away: the name stays the main thing, since registers disagree on the rest.</summary>
    private const double PropertyShare = 0.3;

    /// <summary>Candidates looked at where properties choose among them, so that a namesake further down can come up.</summary>
    private const int Considered = 25;

    /// <summary>The type with its name in the language of the request.</summary>
    public EntityType Type => new(TypeId, texts["TypeCompany"]);

    /// <summary>Answers each query on its own, in the order asked.</summary>
    public async Task<IReadOnlyDictionary<string, QueryResult>> AnswerAsync(IReadOnlyList<ReconcileQuery> queries, CancellationToken cancel)
    {
        var found = new List<IReadOnlyList<CompanyHit>>(queries.Count);
        foreach (var query in queries)
            found.Add(await FindAsync(query, cancel));
        var cards = await CardsAsync(queries, found, cancel);
        var answers = new Dictionary<string, QueryResult>(StringComparer.Ordinal);
        for (var i = 0; i < queries.Count; i++)
            answers[queries[i].Key] = new QueryResult(Weigh(queries[i], found[i], cards));
        return answers;
    }

    /// <summary>One line that tells namesakes apart.</summary>
    public string Describe(CompanyHit hit) => string.Join(" · ", new[]
    {
        hit.Bin,
        Kato.Region(hit.Region, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName),
        shared.Of("Status", hit.Status.ToString()),
    }.Where(part => !string.IsNullOrEmpty(part)));

    private async Task<IReadOnlyList<CompanyHit>> FindAsync(ReconcileQuery query, CancellationToken cancel)
    {
        if (query.Types.Count > 0 && !query.Types.Contains(TypeId, StringComparer.Ordinal))
            return [];
        var text = query.Text?.Trim();
        if (string.IsNullOrEmpty(text))
            text = ReconcileProperties.Searchable.Select(id => First(query, id)).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        // Properties choose among namesakes, also among those that the limit would cut off.
        var limit = query.Properties.Count == 0 ? query.Limit : Considered;
        // Straight to the search: unlike the finder it knows no IIN.
        var hits = string.IsNullOrWhiteSpace(text) ? [] : (await search.FindAsync(new CompanyQuery { Text = text, Limit = limit }, cancel)).Items;
        return await WithNumberAsync(query, hits, cancel);
    }

    /// <summary>A number among the properties names its entity whatever the text found.</summary>
    private async Task<IReadOnlyList<CompanyHit>> WithNumberAsync(ReconcileQuery query, IReadOnlyList<CompanyHit> hits, CancellationToken cancel)
    {
        if (!EntityNumber.TryParse(First(query, ReconcileProperties.Bin), out var number) || hits.Any(h => h.Bin == number))
            return hits;
        var named = await search.FindAsync(new CompanyQuery { Text = number, Limit = 1 }, cancel);
        return [.. named.Items.Where(h => h.Bin == number), .. hits];
    }

    private static string? First(ReconcileQuery query, string property) =>
        query.Properties.FirstOrDefault(p => p.Id == property)?.Values is [var value, ..] ? value : null;

    private async Task<IReadOnlyDictionary<string, CompanyCard>> CardsAsync(
        IReadOnlyList<ReconcileQuery> queries, List<IReadOnlyList<CompanyHit>> found, CancellationToken cancel)
    {
        var bins = queries.Zip(found).Where(pair => pair.First.Properties.Count > 0)
            .SelectMany(pair => pair.Second.Select(hit => hit.Bin)).Distinct(StringComparer.Ordinal).ToList();
        return bins.Count == 0
            ? new Dictionary<string, CompanyCard>(StringComparer.Ordinal)
            : (await companies.CardsAsync(bins, cancel)).OfType<CompanyCard>().ToDictionary(card => card.Bin, StringComparer.Ordinal);
    }

    private List<MatchCandidate> Weigh(
        ReconcileQuery query, IReadOnlyList<CompanyHit> hits, IReadOnlyDictionary<string, CompanyCard> cards)
    {
        var weighed = hits
            .Select(hit => Weigh(query, hit, cards.GetValueOrDefault(hit.Bin)))
            .OrderByDescending(c => c.Candidate.Score)
            .Take(query.Limit)
            .ToList();
        if (weighed.Count == 0)
            return [];
        var lead = weighed[0].Candidate.Score - (weighed.Count > 1 ? weighed[1].Candidate.Score : 0);
        var sure = weighed[0].ByNumber || (weighed[0].Candidate.Score >= SureScore && lead >= SureLead);
        return [.. weighed.Select((c, i) => c.Candidate with { Match = i == 0 && sure })];
    }

    private (MatchCandidate Candidate, bool ByNumber) Weigh(ReconcileQuery query, CompanyHit hit, CompanyCard? card)
    {
        var agreements = card is null ? [] : query.Properties
            .Select(wanted => (wanted.Id, Property: ReconcileProperties.Find(wanted.Id), wanted.Values))
            .Where(p => p.Property is not null && p.Values.Count > 0)
            .Select(p => (p.Id, Agrees: p.Property!.Agrees(card, p.Values)))
            .ToList();
        var byNumber = hit.Matched is { Field: MatchFields.Bin, Kind: MatchKinds.Exact };
        var name = hit.Score ?? 0;
        var contradicted = agreements.Count == 0 ? 0 : (double)agreements.Count(a => !a.Agrees) / agreements.Count;
        var features = agreements.DistinctBy(a => a.Id).Select(a => new MatchFeature($"property.{a.Id}", a.Agrees)).Prepend(new MatchFeature("name", name));
        var candidate = new MatchCandidate(
            hit.Bin,
            EntityNames.Of(hit.Bin, hit.NameRu, hit.NameKk, hit.NameEn).Main,
            Describe(hit),
            name * (1 - (PropertyShare * contradicted)),
            Match: false,
            [Type],
            [.. features]);
        return (candidate, byNumber && contradicted < 1);
    }
}
