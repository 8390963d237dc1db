using Registry.Names;

namespace Registry.Search;

/// <summary>Says why a hit was found: which text, how, and which letters of it.</summary>
internal static class MatchReason
{
    private const int MostWords = 40;
    private static readonly string[] Weakest =
        [MatchKinds.Typo, MatchKinds.Prefix, MatchKinds.Sound, MatchKinds.Letters, MatchKinds.Exact];

    /// <summary>A company found by its number.</summary>
    public static Matched Number(string bin) => new(MatchFields.Bin, MatchKinds.Exact, bin, [[0, bin.Length]]);

    /// <summary>A company found by a text.</summary>
    /// <param name="typed">The query as it was read (after a swap of layouts the swapped one).</param>
    public static Matched Of(string typed, TypedWord[] query, NameText name, bool swapped)
    {
        var stored = NormalisedName.Of(name.Text);
        var pairs = WordAlignment.Of(query, stored, MostWords);
        var marks = new SortedDictionary<int, int>();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Word < 0)
                continue;
            kinds.Add(Kind(typed, query[i].Token, name.Text, stored.Tokens[pairs[i].Word], pairs[i].Match.Kind));
            Mark(marks, query[i].Token, stored, pairs[i]);
        }
        if (marks.Count == 0)
        {
            // Slips across word borders: the name as a whole is what fits.
            kinds.Add(string.Concat(query.Select(w => w.Token.Skeleton)) == stored.Whole ? MatchKinds.Sound : MatchKinds.Typo);
            marks[0] = name.Text.Length;
        }
        var kind = swapped ? MatchKinds.Layout : Weakest.First(kinds.Contains);
        return new Matched(name.Field, kind, name.Text, [.. marks.Select(m => new[] { m.Key, m.Value })]);
    }

    private static string Kind(string typed, NameToken query, string text, NameToken stored, string kind) =>
        kind == MatchKinds.Letters
        && typed.AsSpan(query.Start, query.Length).Equals(text.AsSpan(stored.Start, stored.Length), StringComparison.OrdinalIgnoreCase)
            ? MatchKinds.Exact
            : kind;

    private static void Mark(SortedDictionary<int, int> marks, NameToken query, NormalisedName stored, WordPair pair)
    {
        for (var w = 0; w < pair.Words; w++)
        {
            var token = stored.Tokens[pair.Word + w];
            var begins = pair.Match.Kind == MatchKinds.Prefix && token.Norm.StartsWith(query.Norm, StringComparison.Ordinal);
            marks[token.Start] = begins ? Math.Min(query.Norm.Length, token.Length) : token.Length;
        }
    }
}
