namespace Registry.Names;

/// <summary>A legal form in its short spellings; empty where a language has none in use.</summary>
public sealed record LegalForm(string Ru, string Kk, string En);

/// <summary>A name with its legal form in short, and what was replaced, so that places in the full name can be found in the short one.</summary>
/// <param name="Start">Where the full form stood in the name.</param>
/// <param name="Length">Length of the full form; 0 where nothing was replaced.</param>
/// <param name="Form">What stands there now.</param>
public sealed record ShortName(string Text, int Start, int Length, string Form)
{
    /// <summary>Parts of the full name as parts of the short one; those that touch the form are left out.</summary>
    /// <param name="parts">Pairs of start and length.</param>
    public IReadOnlyList<int[]> Move(IReadOnlyList<int[]> parts) => Length == 0
        ? parts
        :
        [
            .. parts.Where(p => p.Length == 2 && (p[0] + p[1] <= Start || p[0] >= Start + Length))
                .Select(p => p[0] < Start ? p : [p[0] - Length + Form.Length, p[1]]),
        ];
}

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

    /// <summary>The name with the full phrase of its legal form at its beginning or end written in short, as lists show it.</summary>
    /// <param name="name">A registered name.</param>
    /// <param name="language">Language of the name: <c>ru</c>, <c>kk</c> or <c>en</c>.</param>
    public static ShortName Abbreviate(string name, string language)
    {
        var words = NameScanner.Scan(name);
        for (var at = 0; at < words.Count; at++)
        {
            if (Match(words, at) is not { Anywhere: true, Words.Length: var length } pattern || length == words.Count)
                continue;
            var form = language switch { "kk" => pattern.Form.Kk, "en" => pattern.Form.En, _ => pattern.Form.Ru };
            var (start, last) = (words[at].Start, words[at + length - 1]);
            var end = last.Start + last.Length;
            return form.Length == 0 || (at > 0 && at + length < words.Count)
                ? new ShortName(name, 0, 0, "")
                : new ShortName(string.Concat(name.AsSpan(0, start), form, name.AsSpan(end)), start, end - start, form);
        }
        return new ShortName(name, 0, 0, "");
    }

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
