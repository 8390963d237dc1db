using Registry.Names;

namespace Registry.Search;

/// <summary>Which terms a text asks for, stage by stage, from strict to forgiving. Knows words, no engine.</summary>
internal sealed class CandidateStages(IndexVocabulary vocabulary)
{
    /// <summary>A whole name typed as it is must be among the candidates whatever its words are worth.</summary>
    private const float WholeWeight = 64;

    /// <summary>The number of a company that is wanted by itself, and what its score adds.</summary>
    private const float ChosenWeight = 4096;
    private const float ChosenOrder = 64;

    /// <summary>Same letters before the same sound, a finished word before the beginning of one.</summary>
    private const double LettersShare = 0.125;
    private const double BeginningShare = 0.5;

    /// <summary>A word with slips keeps at least so much of its weight.</summary>
    private const double LeastShare = 0.25;

    /// <summary>Words in more than this share of the companies choose nothing: they may add weight, not bring candidates.</summary>
    private const double CommonShare = 0.01;

    /// <summary>Under this number of companies no word is common.</summary>
    private const int FewCompanies = 1000;

    /// <summary>Names of more words are found by their rarest ones.</summary>
    private const int MostWords = 16;

    /// <summary>Spellings looked at for a word with slips, nearest first, and the companies they may bring: each costs a list.</summary>
    private const int MostSpellings = 80;
    private const int FewestSpellings = 4;
    private const int MostCompanies = 30_000;

    /// <summary>A word that so many companies write in these letters is hardly a slip.</summary>
    private const int WellKnown = 20;

    /// <summary>Nobody misspells more words than these in a name that is to be found; a search server takes only so many terms at once.</summary>
    private const int MostMisspelt = 8;
    private const int FewMisspelt = 4;
    private const int MostSpellingsOfMany = 40;

    /// <summary>A company that was ranked already: more are chosen than a page's window holds, and the best of them must be in it.</summary>
    public static TermQuery.Word Chosen(string bin, double score) =>
        new(TermFields.Bin, bin, ChosenWeight + TermQuery.Rounded(score * ChosenOrder));

    /// <summary>All words; or the whole name written together or apart; or its first letters; or the head's name.</summary>
    /// <param name="unfinished">The last word may be the beginning of one.</param>
    public TermQuery All(NormalisedName name, bool unfinished)
    {
        var choices = new List<TermQuery>(5)
        {
            new TermQuery.Together([.. Words(name).Select(w => Name(w, unfinished && IsLast(name, w)))], [.. OtherWords(name)], 0),
            new TermQuery.Together([.. Words(name).Select(w => Head(w, unfinished && IsLast(name, w)))], [], 0),
        };
        if (name.Tokens is [{ Norm: { Length: >= SearchTerms.FewestInitials and <= SearchTerms.MostInitials } abbreviation }])
            choices.Add(new TermQuery.Word(TermFields.Initials, abbreviation, 1));
        else if (SearchTerms.InitialsOf(name) is { } initials)
            choices.Add(new TermQuery.Word(TermFields.Letters, initials, 1));
        var found = new TermQuery.AnyOf(choices);
        return SearchTerms.WholeKey(name.Whole) is { } whole
            ? new TermQuery.Together([], [found, new TermQuery.Word(TermFields.Whole, whole, WholeWeight)], 1)
            : found;
    }

    /// <summary>All words, each in the names, the head's or the address: "name, town", "name, head". Null for a single word, and where only the address would answer.</summary>
    public TermQuery? AllAnywhere(NormalisedName name)
    {
        if (name.Tokens.Count < 2)
            return null;
        var must = new List<TermQuery>();
        foreach (var word in Words(name))
        {
            must.Add(new TermQuery.AnyOf([Name(word, IsLast(name, word)), Head(word, mayBePrefix: false), Word(word, TermFields.Address, Weight(word, 0.25))]));
        }
        return new TermQuery.Together(must, [], 0);
    }

    /// <summary>
    /// Some of the words, spelt with slips or not, written together or apart: words that are common everywhere only add weight.
    /// Null where the register knows no word like any of them.
    /// </summary>
    public TermQuery? Near(NormalisedName name)
    {
        var rare = new List<TermQuery>();
        var common = new List<TermQuery>();
        var words = Words(name);
        var misspelt = Misspelt(words);
        var most = misspelt.Count <= FewMisspelt ? MostSpellings : MostSpellingsOfMany;
        for (var i = 0; i < words.Count; i++)
        {
            var companies = Companies(words[i]);
            var spellings = AsTyped(words[i], companies, IsLast(name, words[i]));
            if (misspelt.Contains(words[i]))
                AddSpellings(spellings, words[i], most);
            if (i + 1 < words.Count && Joined(words[i], words[i + 1]) is { } joined)
                spellings.Add(joined);
            if (spellings.Count == 0)
                continue;
            (IsCommon(companies) ? common : rare).Add(spellings.Count == 1 ? spellings[0] : new TermQuery.AnyOf(spellings));
        }
        // Where all are common any of them is better than nothing.
        if (rare.Count == 0)
            return common.Count == 0 ? null : new TermQuery.Together([], common, 1);
        // Of many words half must be there; of few one is enough, since the others may all be misspelt or missing.
        var least = rare.Count < 4 ? 1 : rare.Count / 2;
        return new TermQuery.Together([new TermQuery.Together([], rare, least)], [.. common, .. OtherWords(name)], 0);
    }

    /// <summary>Words that may be misspelt: where one is that nobody writes, hardly those that many write as typed.</summary>
    private HashSet<NameToken> Misspelt(IReadOnlyList<NameToken> words)
    {
        var isUnknown = words.Any(w => vocabulary.Letters.CompaniesWith(w.Norm) == 0);
        return [.. words
            .Where(w => !IsCommon(Companies(w)) && !w.Norm.All(char.IsAsciiDigit) && !(isUnknown && vocabulary.Letters.CompaniesWith(w.Norm) >= WellKnown))
            .OrderBy(Companies).Take(MostMisspelt)];
    }

    private List<TermQuery> AsTyped(NameToken word, int companies, bool mayBePrefix)
    {
        var choices = new List<TermQuery>();
        if (companies > 0)
            choices.Add(Name(word, mayBePrefix: false));
        if (mayBePrefix && word.Norm.Length > SearchTerms.LongestEdge && !IsCommon(companies))
            choices.Add(new TermQuery.Beginning(TermFields.Letters, word.Norm, Weight(word, BeginningShare)));
        return choices;
    }

    private void AddSpellings(List<TermQuery> choices, NameToken word, int most)
    {
        AddSlips(choices, TermFields.Letters, vocabulary.Letters, word.Norm, most);
        AddSlips(choices, TermFields.Sounds, vocabulary.Sounds, word.Skeleton, most);
        if (word.Alternative is not null)
            AddSlips(choices, TermFields.Sounds, vocabulary.Sounds, word.Alternative, most);
        if (Apart(word) is { } apart)
            choices.Add(apart);
    }

    private void AddSlips(List<TermQuery> choices, string field, Vocabulary words, string typed, int most)
    {
        var near = words.Near(typed, Slips(typed), most);
        if (near.Count == 0)
            return;
        // All spellings of a word share its rarity: else a rare misspelling would outweigh the right word.
        var rarity = vocabulary.Rarity(near.Max(n => n.Companies));
        var companies = 0;
        for (var i = 0; i < near.Count && (i < FewestSpellings || companies < MostCompanies); i++)
        {
            var share = 1 - (near[i].Distance / Math.Max(typed.Length, near[i].Term.Length));
            choices.Add(new TermQuery.Word(field, near[i].Term, TermQuery.Rounded(rarity * Math.Max(LeastShare, share))));
            companies += near[i].Companies;
        }
    }

    // One more than ranking lets a word of this length differ by: the right one may be longer.
    private static int Slips(string typed) => typed.Length switch { <= 2 => 0, 3 => 1, <= 10 => 2, _ => 3 };

    /// <summary>Two neighbours that the register writes as one word.</summary>
    private TermQuery.Word? Joined(NameToken left, NameToken right)
    {
        var joined = left.Norm + right.Norm;
        var companies = vocabulary.Letters.CompaniesWith(joined);
        return companies == 0 ? null : new TermQuery.Word(TermFields.Letters, joined, TermQuery.Rounded(vocabulary.Rarity(companies)));
    }

    /// <summary>The word as two that the register knows: the split whose rarer half is the most common.</summary>
    private TermQuery.Together? Apart(NameToken word)
    {
        const int Shortest = 3;
        var best = 0;
        var at = 0;
        for (var i = Shortest; i <= word.Norm.Length - Shortest; i++)
        {
            var companies = Math.Min(vocabulary.Letters.CompaniesWith(word.Norm.AsSpan(0, i)), vocabulary.Letters.CompaniesWith(word.Norm.AsSpan(i)));
            if (companies > best)
                (best, at) = (companies, i);
        }
        if (best == 0)
            return null;
        var weight = TermQuery.Rounded(vocabulary.Rarity(best) / 2);
        return new TermQuery.Together(
            [new TermQuery.Word(TermFields.Letters, word.Norm[..at], weight), new TermQuery.Word(TermFields.Letters, word.Norm[at..], weight)], [], 0);
    }

    private TermQuery.Together Name(NameToken word, bool mayBePrefix)
    {
        var found = Word(word, TermFields.Sounds, Weight(word, 1), mayBePrefix);
        return new TermQuery.Together([found], [new TermQuery.Word(TermFields.Letters, word.Norm, Weight(word, LettersShare))], 0);
    }

    private TermQuery Head(NameToken word, bool mayBePrefix) => Word(word, TermFields.Head, Weight(word, 1), mayBePrefix);

    private static TermQuery Word(NameToken word, string field, float weight, bool mayBePrefix = false)
    {
        var choices = new List<TermQuery>(5) { new TermQuery.Word(field, word.Skeleton, weight) };
        if (word.Alternative is not null)
            choices.Add(new TermQuery.Word(field, word.Alternative, weight));
        // A head's name is looked for by whole words until it is told from half the register's.
        if (mayBePrefix && !word.IsNoise && (field != TermFields.Head || word.Skeleton.Length > SearchTerms.LongestEdge))
        {
            choices.Add(Beginning(field, word.Skeleton, weight));
            if (word.Norm.Length <= SearchTerms.LongestEdge && word.Norm != word.Skeleton && char.IsAsciiLetter(word.Norm[0]))
                choices.Add(Beginning(field, word.Norm, weight));
            if (word.Alternative is not null)
                choices.Add(Beginning(field, word.Alternative, weight));
            // The skeleton of a beginning need not be the beginning of the skeleton.
            if (field == TermFields.Sounds && word.Norm.Length > SearchTerms.LongestEdge)
                choices.Add(new TermQuery.Beginning(TermFields.Letters, word.Norm, TermQuery.Rounded(weight * BeginningShare)));
        }
        return choices.Count == 1 ? choices[0] : new TermQuery.AnyOf(choices);
    }

    private static TermQuery Beginning(string field, string skeleton, float weight)
    {
        var less = TermQuery.Rounded(weight * BeginningShare);
        return skeleton.Length <= SearchTerms.LongestEdge
            ? new TermQuery.Word(TermFields.Edges, skeleton, less)
            : new TermQuery.Beginning(field, skeleton, less);
    }

    private float Weight(NameToken word, double share) => TermQuery.Rounded(vocabulary.Rarity(Companies(word)) * share);

    private int Companies(NameToken word) => Math.Max(
        vocabulary.Sounds.CompaniesWith(word.Skeleton),
        word.Alternative is null ? 0 : vocabulary.Sounds.CompaniesWith(word.Alternative));

    private bool IsCommon(int companies) => companies > FewCompanies && companies > vocabulary.Companies * CommonShare;

    /// <summary>The words of a name in their order; of very many the rarest, which say which of the like names is meant.</summary>
    private IReadOnlyList<NameToken> Words(NormalisedName name) => name.Tokens.Count <= MostWords
        ? name.Tokens
        : [.. name.Tokens.Select((t, i) => (Token: t, At: i)).OrderBy(t => Companies(t.Token)).Take(MostWords).OrderBy(t => t.At).Select(t => t.Token)];

    /// <summary>The others: too common to find anything, but they may be all that tells the offices of one ministry apart.</summary>
    private IEnumerable<TermQuery> OtherWords(NormalisedName name) => name.Tokens.Count <= MostWords
        ? []
        : name.Tokens.Except(Words(name)).Take(MostWords).Select(w => new TermQuery.Word(TermFields.Sounds, w.Skeleton, Weight(w, 1)));

    private static bool IsLast(NormalisedName name, NameToken word) => word == name.Tokens[^1];
}
