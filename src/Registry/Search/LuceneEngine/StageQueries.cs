using Lucene.Net.Index;
using Lucene.Net.Search;
using Registry.Names;

namespace Registry.Search.LuceneEngine;

/// <summary>Lucene queries of the stages that a text goes through, from strict to forgiving.</summary>
internal sealed class StageQueries(IndexReader reader)
{
    /// <summary>A whole name typed as it is must be among the candidates whatever the engine thinks of its words.</summary>
    private const float WholeBoost = 50;

    /// <summary>A finished word before the beginning of one.</summary>
    private const float EdgeBoost = 0.2f;

    /// <summary>Words in more than this share of the companies choose nothing: they may add to a score, not bring candidates.</summary>
    private const double CommonShare = 0.01;

    /// <summary>Under this number of companies no word is common.</summary>
    private const int FewCompanies = 1000;

    /// <summary>Names of more words are found by their first ones.</summary>
    private const int MostWords = 16;

    /// <summary>Trigrams asked for: the rarest say enough, each costs a list.</summary>
    private const int MostTrigrams = 14;

    /// <summary>Share of the trigrams that a candidate has: one slip spoils three of them.</summary>
    private const double LeastTrigrams = 0.4;

    /// <summary>Spellings looked at for a word with slips.</summary>
    private const int MostSpellings = 40;

    /// <summary>All words, the last one perhaps unfinished; or the whole name written otherwise; or the head's name.</summary>
    public static Query All(NormalisedName name)
    {
        var query = new BooleanQuery(true);
        query.Add(AllWords(name, IndexFields.Words), Occur.SHOULD);
        query.Add(AllWords(name, IndexFields.HeadWords), Occur.SHOULD);
        AddWhole(query, name);
        return query;
    }

    /// <summary>Any word that is not common.</summary>
    public Query? Some(NormalisedName name)
    {
        var rare = new BooleanQuery(true);
        var common = new BooleanQuery(true);
        foreach (var token in name.Tokens.Take(MostWords))
        {
            var clause = Word(token, IndexFields.Words, mayBePrefix: false);
            (IsCommon(token.Skeleton) ? common : rare).Add(clause, Occur.SHOULD);
        }
        return Combined(rare, common);
    }

    /// <summary>Words with one or two slips, the first letter right.</summary>
    public Query? WithSlips(NormalisedName name)
    {
        var query = new BooleanQuery(true);
        var common = new BooleanQuery(true);
        foreach (var token in name.Tokens.Take(MostWords))
        {
            if (IsCommon(token.Skeleton))
            {
                common.Add(Word(token, IndexFields.Words, mayBePrefix: false), Occur.SHOULD);
                continue;
            }
            // Lucene's automata know at most two edits; the ranking decides what they are worth.
            var edits = Math.Min(2, WordDistance.SlipsAllowed(token.Skeleton.Length));
            if (edits == 0 || char.IsAsciiDigit(token.Skeleton[0]))
                query.Add(Word(token, IndexFields.Words, mayBePrefix: false), Occur.SHOULD);
            else
                query.Add(Slips(token.Skeleton, edits), Occur.SHOULD);
        }
        return Combined(query, common);
    }

    /// <summary>Enough of the rarest trigrams.</summary>
    public Query? Trigrams(NormalisedName name)
    {
        var trigrams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in name.Tokens.Take(MostWords))
            SearchTerms.AddTrigrams(token.Skeleton, trigrams);
        var rarest = trigrams
            .Select(t => (Term: new Term(IndexFields.Trigrams, t), Companies: reader.DocFreq(new Term(IndexFields.Trigrams, t))))
            .Where(t => t.Companies > 0)
            .OrderBy(t => t.Companies)
            .Take(MostTrigrams)
            .ToArray();
        var needed = (int)Math.Ceiling(Math.Min(MostTrigrams, trigrams.Count) * LeastTrigrams);
        if (rarest.Length < needed)
            return null;
        var query = new BooleanQuery(true) { MinimumNumberShouldMatch = needed };
        foreach (var (term, _) in rarest)
            query.Add(new TermQuery(term), Occur.SHOULD);
        return query;
    }

    private static BooleanQuery AllWords(NormalisedName name, string field)
    {
        var query = new BooleanQuery(true);
        var count = Math.Min(name.Tokens.Count, MostWords);
        for (var i = 0; i < count; i++)
            query.Add(Word(name.Tokens[i], field, i == name.Tokens.Count - 1), Occur.MUST);
        return query;
    }

    private static void AddWhole(BooleanQuery query, NormalisedName name)
    {
        if (name.Whole is { Length: > 0 and <= SearchTerms.LongestWhole } whole)
            query.Add(new TermQuery(new Term(IndexFields.Whole, whole)) { Boost = WholeBoost }, Occur.SHOULD);
    }

    private static Query Word(NameToken token, string field, bool mayBePrefix)
    {
        var word = new TermQuery(new Term(field, token.Skeleton));
        if (!mayBePrefix && token.Alternative is null)
            return word;
        var query = new BooleanQuery(true) { { word, Occur.SHOULD } };
        if (token.Alternative is not null)
            query.Add(new TermQuery(new Term(field, token.Alternative)), Occur.SHOULD);
        if (mayBePrefix)
        {
            query.Add(Beginning(token.Skeleton, field), Occur.SHOULD);
            if (token.Alternative is not null)
                query.Add(Beginning(token.Alternative, field), Occur.SHOULD);
        }
        return query;
    }

    private static Query Beginning(string skeleton, string field) =>
        skeleton.Length <= SearchTerms.LongestEdge
            ? new TermQuery(new Term(IndexFields.Edges, skeleton)) { Boost = EdgeBoost }
            : new PrefixQuery(new Term(field, skeleton)) { Boost = EdgeBoost };

    private static FuzzyQuery Slips(string skeleton, int edits) =>
        new(new Term(IndexFields.Words, skeleton), edits, prefixLength: 1, MostSpellings, transpositions: true)
        {
            // Else a rare misspelling outweighs the right word by its rarity.
            MultiTermRewriteMethod = new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(MostSpellings),
        };

    private static BooleanQuery? Combined(BooleanQuery rare, BooleanQuery common)
    {
        if (rare.Clauses.Count == 0)
            return null;
        var query = new BooleanQuery(true) { { rare, Occur.MUST } };
        foreach (var clause in common.Clauses)
            query.Add(clause);
        return query;
    }

    private bool IsCommon(string skeleton)
    {
        var companies = reader.DocFreq(new Term(IndexFields.Words, skeleton));
        return companies > FewCompanies && companies > reader.NumDocs * CommonShare;
    }
}
