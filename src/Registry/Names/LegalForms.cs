namespace Registry.Names;

/// <summary>A legal form in its short spellings; empty where a language has none in use.</summary>
public sealed record LegalForm(string Ru, string Kk, string En);

/// <summary>
/// The legal forms of <c>legal-forms.csv</c> and how they are taken out of a name. Full phrases go wherever they stand,
/// declined too (words are given by their stems, <c>*</c>); abbreviations only at an edge of the name or beside the word
/// for a branch. A name is never stripped to nothing.
/// </summary>
public static class LegalForms
{
    private const string Resource = "Registry.Names.legal-forms.csv";
    private static readonly Dictionary<int, List<Pattern>> Patterns = [];

    /// <summary>Every form once, in the order of the file.</summary>
    public static IReadOnlyList<LegalForm> All { get; } = Load();

    /// <summary>The legal form that a name carries, or null.</summary>
    public static LegalForm? Find(string name) => NormalisedName.Of(name).Form;

    /// <summary>Takes the forms out of <paramref name="words"/> and gives the first one found.</summary>
    internal static LegalForm? Strip(List<ScannedWord> words)
    {
        LegalForm? found = null;
        var again = true;
        while (again)
        {
            again = false;
            for (var i = 0; i < words.Count; i++)
            {
                if (Match(words, i) is not { } pattern || pattern.Words.Length == words.Count)
                    continue;
                words.RemoveRange(i, pattern.Words.Length);
                found ??= pattern.Form;
                again = true;
                i--;
            }
        }
        return found;
    }

    private static Pattern? Match(List<ScannedWord> words, int at)
    {
        if (!Patterns.TryGetValue(KeyOf(words[at].Folded), out var candidates))
            return null;
        foreach (var pattern in candidates)
        {
            if (pattern.Fits(words, at) && (pattern.Anywhere || AtEdge(words, at, pattern.Words.Length)))
                return pattern;
        }
        return null;
    }

    private static bool AtEdge(List<ScannedWord> words, int at, int length)
    {
        var end = at + length;
        return at == 0 || end == words.Count || NamesPart(words[at - 1].Folded) || NamesPart(words[end].Folded);
    }

    private static bool NamesPart(string word) =>
        word.StartsWith("филиал", StringComparison.Ordinal) || word.StartsWith("представительств", StringComparison.Ordinal);

    // One letter is all that the shortest entries have in common with the words they match.
    private static int KeyOf(string word) => word.Length == 1 ? word[0] : (word[0] << 16) | word[1];

    private static List<LegalForm> Load()
    {
        using var stream = typeof(LegalForms).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        var forms = new List<LegalForm>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var form = new LegalForm(cells[1], cells[2], cells[3]);
            var known = forms.IndexOf(form);
            if (known < 0)
                forms.Add(form);
            Add(new Pattern(Words(cells[0]), cells[4] == "anywhere", known < 0 ? form : forms[known]));
        }
        foreach (var patterns in Patterns.Values)
            patterns.Sort((a, b) => b.Words.Length != a.Words.Length ? b.Words.Length - a.Words.Length : b.Weight - a.Weight);
        return forms;
    }

    private static void Add(Pattern pattern)
    {
        var key = KeyOf(pattern.Words[0].Stem);
        if (!Patterns.TryGetValue(key, out var list))
            Patterns[key] = list = [];
        list.Add(pattern);
    }

    private static PatternWord[] Words(string form) =>
        [.. form.Split(' ').Select(w => new PatternWord(NameScanner.Scan(w)[0].Folded, w.EndsWith('*')))];

    private sealed record PatternWord(string Stem, bool Open);

    private sealed record Pattern(PatternWord[] Words, bool Anywhere, LegalForm Form)
    {
        public int Weight { get; } = Words.Sum(w => w.Stem.Length);

        public bool Fits(List<ScannedWord> words, int at)
        {
            if (at + Words.Length > words.Count)
                return false;
            for (var i = 0; i < Words.Length; i++)
            {
                var word = words[at + i].Folded;
                if (Words[i].Open ? !word.StartsWith(Words[i].Stem, StringComparison.Ordinal) : word != Words[i].Stem)
                    return false;
            }
            return true;
        }
    }
}
