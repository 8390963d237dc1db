using System.Numerics;

namespace Registry.Search;

/// <summary>A word of an index that resembles a typed one.</summary>
/// <param name="Term">The word.</param>
/// <param name="Distance">See <see cref="WordDistance"/>.</param>
/// <param name="Companies">How many have it.</param>
internal readonly record struct NearWord(string Term, double Distance, int Companies);

/// <summary>A word of an index and how many companies have it.</summary>
internal readonly record struct CountedWord(string Term, int Companies);

/// <summary>
/// The words of one field of an index, in memory: how common a word is and which ones resemble it, without asking the
/// engine. Some 40 bytes a word. A search for slips looks at every word of about the same length: a signature of its
/// letters rules out all but a few in a hundred, and only those are compared letter by letter.
/// </summary>
internal sealed class WordList
{
    public static readonly WordList Empty = new([]);

    /// <summary>Longer words are told apart by their first letters.</summary>
    private const int LongestWord = 64;
    private readonly char[] letters;
    private readonly int[] starts;
    private readonly ulong[] signatures;
    private readonly int[] companies;
    private readonly int[] slots;

    /// <summary>Index of the first word of each length.</summary>
    private readonly int[] firstOfLength = new int[LongestWord + 2];

    public WordList(IEnumerable<CountedWord> words)
    {
        var sorted = words.Where(w => w.Term.Length is > 0 and <= LongestWord).ToArray();
        Array.Sort(sorted, static (a, b) => a.Term.Length.CompareTo(b.Term.Length));
        starts = new int[sorted.Length + 1];
        signatures = new ulong[sorted.Length];
        companies = new int[sorted.Length];
        letters = new char[sorted.Sum(w => w.Term.Length)];
        slots = new int[BitOperations.RoundUpToPowerOf2((uint)(sorted.Length * 2) + 2)];
        for (var i = 0; i < sorted.Length; i++)
        {
            var term = sorted[i].Term;
            term.CopyTo(letters.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + term.Length;
            signatures[i] = Signature(term);
            companies[i] = sorted[i].Companies;
            firstOfLength[term.Length + 1] = i + 1;
            slots[FreeSlot(term)] = i + 1;
        }
        for (var length = 1; length < firstOfLength.Length; length++)
            firstOfLength[length] = Math.Max(firstOfLength[length], firstOfLength[length - 1]);
    }

    public int Count => companies.Length;

    /// <summary>How many companies have the word; 0 for a word that none has.</summary>
    public int CompaniesWith(ReadOnlySpan<char> word)
    {
        for (var slot = Slot(word); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (Letters(slots[slot] - 1).SequenceEqual(word))
                return companies[slots[slot] - 1];
        }
        return 0;
    }

    /// <summary>All words.</summary>
    public IEnumerable<CountedWord> All()
    {
        for (var i = 0; i < companies.Length; i++)
            yield return new CountedWord(Letters(i).ToString(), companies[i]);
    }

    /// <summary>Adds the words within <paramref name="slips"/> slips of <paramref name="word"/>, itself included.</summary>
    public void AddNear(string word, int slips, ICollection<NearWord> found)
    {
        if (word.Length is 0 or > LongestWord)
            return;
        var wanted = Signature(word);
        var pattern = new SlipPattern(word);
        for (var length = Math.Max(1, word.Length - slips); length <= Math.Min(LongestWord, word.Length + slips); length++)
        {
            // A slip changes at most two letters of the set, one goes and one comes; one that changes the length changes one.
            var most = (2 * slips) - Math.Abs(length - word.Length);
            for (var i = firstOfLength[length]; i < firstOfLength[length + 1]; i++)
            {
                if (BitOperations.PopCount(signatures[i] ^ wanted) > most)
                    continue;
                var candidate = Letters(i);
                if (pattern.Distance(candidate) > slips)
                    continue;
                var distance = WordDistance.Of(word, candidate, slips);
                if (!double.IsInfinity(distance))
                    found.Add(new NearWord(candidate.ToString(), distance, companies[i]));
            }
        }
    }

    private ReadOnlySpan<char> Letters(int i) => letters.AsSpan(starts[i], starts[i + 1] - starts[i]);

    private int FreeSlot(ReadOnlySpan<char> word)
    {
        var slot = Slot(word);
        while (slots[slot] != 0)
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private int Slot(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        return (int)((hash ^ (hash >> 15)) & (uint)(slots.Length - 1));
    }

    // A bit for each letter that occurs and one for each that occurs twice; letters 32 apart share theirs.
    private static ulong Signature(ReadOnlySpan<char> word)
    {
        var signature = 0UL;
        foreach (var c in word)
        {
            var once = 1UL << (c & 31);
            signature |= (signature & once) == 0 ? once : once << 32;
        }
        return signature;
    }
}

/// <summary>The words of one field, growing while companies are indexed: a large list that stays and a small one of what came since.</summary>
internal sealed class Vocabulary(WordList settled, WordList recent)
{
    /// <summary>More recent words than this are worth a new large list.</summary>
    private const int MostRecent = 20_000;

    public static readonly Vocabulary Empty = new(WordList.Empty, WordList.Empty);

    public Vocabulary(IEnumerable<CountedWord> words)
        : this(new WordList(words), WordList.Empty)
    {
    }

    public int Count => settled.Count + recent.Count;

    /// <summary>How many companies have the word, as far as was known when it was added.</summary>
    public int CompaniesWith(ReadOnlySpan<char> word)
    {
        var companies = settled.CompaniesWith(word);
        return companies > 0 ? companies : recent.CompaniesWith(word);
    }

    /// <summary>Words within <paramref name="slips"/> slips, nearest first, the more common first among equals.</summary>
    public List<NearWord> Near(string word, int slips, int limit)
    {
        var found = new List<NearWord>();
        settled.AddNear(word, slips, found);
        recent.AddNear(word, slips, found);
        found.Sort(static (a, b) =>
        {
            var order = a.Distance.CompareTo(b.Distance);
            if (order == 0)
                order = b.Companies.CompareTo(a.Companies);
            return order != 0 ? order : string.CompareOrdinal(a.Term, b.Term);
        });
        if (found.Count > limit)
            found.RemoveRange(limit, found.Count - limit);
        return found;
    }

    /// <summary>The vocabulary with these words too; ones that it knows keep their counts.</summary>
    public Vocabulary With(IEnumerable<CountedWord> words)
    {
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (term, companies) in words)
        {
            if (CompaniesWith(term) == 0)
                added[term] = Math.Max(1, companies);
        }
        if (added.Count == 0)
            return this;
        var more = recent.All().Concat(added.Select(a => new CountedWord(a.Key, a.Value)));
        return recent.Count + added.Count <= MostRecent
            ? new Vocabulary(settled, new WordList(more))
            : new Vocabulary(new WordList(settled.All().Concat(more)), WordList.Empty);
    }
}

/// <summary>The words of an index and how many companies it holds: all that choosing terms needs to know of an engine.</summary>
/// <param name="Letters">Words of <see cref="TermFields.Letters"/>.</param>
/// <param name="Sounds">Words of <see cref="TermFields.Sounds"/>.</param>
internal sealed record IndexVocabulary(long Companies, Vocabulary Letters, Vocabulary Sounds)
{
    public static readonly IndexVocabulary Empty = new(0, Vocabulary.Empty, Vocabulary.Empty);

    /// <summary>Rarity of a word that so many companies have, in bits: 1 where all have it.</summary>
    public double Rarity(int companies) => Math.Log2(1 + ((double)Math.Max(1, Companies) / Math.Max(1, companies)));
}

/// <summary>Counts slips between one word and many: insertions, deletions, replacements and swapped neighbours (Hyyrö 2003), 64 letters at once.</summary>
internal readonly struct SlipPattern
{
    // Letters that share a place are told apart by the full comparison that follows.
    private const int TableSize = 128;

    /// <summary>Letters that are compared.</summary>
    public const int LongestWord = 64;
    private readonly int length;
    private readonly ulong[] places;

    public SlipPattern(string word)
    {
        length = Math.Min(word.Length, LongestWord);
        places = new ulong[TableSize];
        for (var i = 0; i < length; i++)
            places[word[i] & (TableSize - 1)] |= 1UL << i;
    }

    /// <summary>Slips between the word, cut to 64 letters, and another.</summary>
    public int Distance(ReadOnlySpan<char> other)
    {
        if (length == 0)
            return other.Length;
        var vertical = ulong.MaxValue;
        var negative = 0UL;
        var before = 0UL;
        var diagonal = 0UL;
        var distance = length;
        var lastBit = 1UL << (length - 1);
        foreach (var c in other)
        {
            var match = places[c & (TableSize - 1)];
            var swapped = ((~diagonal & match) << 1) & before;
            diagonal = (((match & vertical) + vertical) ^ vertical) | match | negative | swapped;
            var plus = negative | ~(diagonal | vertical);
            var minus = diagonal & vertical;
            if ((plus & lastBit) != 0)
                distance++;
            if ((minus & lastBit) != 0)
                distance--;
            plus = (plus << 1) | 1;
            minus <<= 1;
            vertical = minus | ~(diagonal | plus);
            negative = plus & diagonal;
            before = match;
        }
        return distance;
    }
}
