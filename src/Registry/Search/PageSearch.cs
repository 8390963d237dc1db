using System.Diagnostics;
using Registry.Identifiers;

namespace Registry.Search;

/// <summary>One search over one state of an index, the same for every engine.</summary>
internal sealed class PageSearch(ICandidateSource source, CancellationToken cancel)
{
    private const int MostHits = 100;

    /// <summary>A page of companies; facets only where asked for.</summary>
    /// <exception cref="FormatException">The cursor is not one of this search and order.</exception>
    public async ValueTask<CompanyPage> FindAsync(CompanyQuery query, bool withFacets)
    {
        var started = Stopwatch.GetTimestamp();
        var asked = query with { Limit = Math.Clamp(query.Limit, 1, MostHits), Text = query.Text?.Trim() };
        var page = string.IsNullOrEmpty(asked.Text)
            ? await InOrderAsync(new TermQuery.Everything(), asked, withFacets, static candidate => candidate.Hit)
            : await OfTextAsync(asked, asked.Text, withFacets);
        return page with { TookMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds };
    }

    private async ValueTask<CompanyPage> OfTextAsync(CompanyQuery query, string text, bool withFacets)
    {
        if (QueryNumber.Of(text) is { } number)
        {
            var found = await OfNumberAsync(number, query, withFacets);
            if (found.Total > 0 || await ExistsAsync(number))
                return found;
            if (QueryNumber.IsWhole(text))
                return Empty() with { Near = await NearAsync(number) };
        }
        if (QueryNumber.Beginning(text) is { } digits && await OfBeginningAsync(digits, query, withFacets) is { Total: > 0 } begun)
            return begun;
        if (QueryNumber.IsOnlyDigits(text) || await new TextCandidates(source, typing: !withFacets, cancel).OfAsync(text) is not { } meaning)
            return Empty();
        return query.Sort == CompanySort.Relevance
            ? await new RankedPage(source, meaning).FindAsync(query, withFacets, cancel)
            : await InOrderAsync(meaning.Query, query, withFacets, new HitReasons(meaning.Reading, source.Vocabulary).Explain);
    }

    private ValueTask<CompanyPage> OfNumberAsync(string number, CompanyQuery query, bool withFacets) =>
        InOrderAsync(new TermQuery.Word(TermFields.Bin, number, 0), query, withFacets, static candidate => candidate.Hit with
        {
            Score = 1,
            Matched = MatchReason.Number(candidate.Bin),
        });

    private ValueTask<CompanyPage> OfBeginningAsync(string digits, CompanyQuery query, bool withFacets) =>
        InOrderAsync(new TermQuery.Beginning(TermFields.Bin, digits, 0), query, withFacets, candidate => candidate.Hit with
        {
            Score = (double)digits.Length / DigitText.Length,
            Matched = new Matched(MatchFields.Bin, MatchKinds.Prefix, candidate.Bin, [[0, digits.Length]]),
        });

    private async ValueTask<CompanyPage> InOrderAsync(TermQuery matched, CompanyQuery query, bool withFacets, Func<Candidate, CompanyHit> hit)
    {
        // Without a text relevance is the name.
        var order = query.Sort == CompanySort.Relevance ? CompanySort.Name : query.Sort;
        var found = await source.FindAsync(
            new FindRequest(matched, order, query.Limit + 1)
            {
                After = PageCursor.Parse(query.Cursor, query.Sort)?.Key,
                Filters = query.Filters,
                WithFacets = withFacets,
            },
            cancel);
        var next = found.Items.Count > query.Limit ? new PageCursor(query.Sort, false, found.Items[query.Limit - 1].Place).ToString() : null;
        return new CompanyPage(found.Total, next, [.. found.Items.Take(query.Limit).Select(hit)], found.Facets, 0);
    }

    private async ValueTask<bool> ExistsAsync(string bin) =>
        (await source.FindAsync(new FindRequest(new TermQuery.Word(TermFields.Bin, bin, 0), CompanySort.Name, 1), cancel)).Total > 0;

    private async ValueTask<string[]?> NearAsync(string number)
    {
        if (!Bin.TryParse(number, out var bin) || bin.HasValidCheckDigit)
            return null;
        var near = NearBins.Of(bin).ToList();
        var query = new TermQuery.AnyOf([.. near.Select(n => new TermQuery.Word(TermFields.Bin, n, 0))]);
        var found = await source.FindAsync(new FindRequest(query, CompanySort.Name, near.Count), cancel);
        var known = found.Items.Select(c => c.Bin).ToHashSet(StringComparer.Ordinal);
        return [.. near.Where(known.Contains)];
    }

    private static CompanyPage Empty() =>
        new(0, null, [], Facets.All.ToDictionary(f => f, IReadOnlyList<FacetCount> (_) => [], StringComparer.Ordinal), 0);
}
