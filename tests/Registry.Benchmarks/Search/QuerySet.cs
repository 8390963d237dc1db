using Registry.Names;
using Registry.Search;

namespace Registry.Benchmarks.Search;

/// <summary>A query and the companies that answer it.</summary>
/// <param name="Class">How it was made from the name.</param>
/// <param name="Bins">Numbers of companies that bear the name meant.</param>
/// <param name="Key">The <see cref="NameKey"/> of the name meant.</param>
internal sealed record SampleQuery(string Class, string Text, IReadOnlyList<string> Bins, string Key);

/// <summary>Nineteen ways in which people type a name or a number, drawn from known companies; the same arguments give the same queries.</summary>
internal static class QuerySet
{
    /// <summary>The class whose other-language name the index lacks: shown, never part of the total.</summary>
    public const string NotIndexed = "other_lang_not_indexed";
    private const string Prefix = "prefix60";
    private const string Missing = "missing_word";
    private const int MostAnswers = 5;
    private const string KazakhLetters = "әғқңөұүһі";

    private static readonly (string Class, Func<KnownCompany, Random, string?> Text)[] Classes =
    [
        ("exact_core", (c, _) => Core.Of(c.Name)),
        ("form_other_lang", (c, r) => Form(Core.Of(c.Name), r)),
        ("translit_passport", (c, _) => Changed(Core.Of(c.Name), Spelling.Passport)),
        ("translit_kk2021", (c, _) => Changed(Core.Of(c.Name), Spelling.Kazakh2021)),
        ("translit_sloppy", (c, r) => Changed(Core.Of(c.Name), t => Spelling.Sloppy(t, r))),
        ("kk_typed_as_ru", (c, _) => Kazakh(c) is { } name ? Spelling.AsRussian(name) : null),
        ("ru_typed_as_kk", (c, r) => Changed(Core.Of(c.Name), t => Spelling.AsKazakh(t, r))),
        ("typo1", (c, r) => Changed(Core.Of(c.Name), t => Spelling.Slip(t, r))),
        ("typo2", (c, r) => Changed(Core.Of(c.Name), t => Spelling.Slip(Spelling.Slip(t, r), r))),
        (Missing, (c, r) => Fewer(Core.WordsOf(c.Name), r)),
        ("reordered", (c, r) => Reordered(Core.WordsOf(c.Name), r)),
        (Prefix, (c, _) => Beginning(Core.Of(c.Name))),
        ("homoglyph_mix", (c, r) => Changed(Core.Of(c.Name), t => Spelling.WithTwins(t, r))),
        ("other_lang", (c, _) => OtherLanguage(c)),
        (NotIndexed, (c, _) => OtherLanguage(c)),
        ("bin_lost_zero", (c, _) => c.Bin.StartsWith('0') ? c.Bin.TrimStart('0') : null),
        ("bin_full", (c, _) => c.Bin),
        ("kbd_ru_in_latin", (c, _) => Core.Of(c.Name) is var core && core.Any(IsCyrillic) && !core.Any(char.IsAsciiLetter) ? KeyboardLayout.Swap(core.ToLowerInvariant()) : null),
        ("kbd_lat_in_ru", (c, _) => Core.Of(c.Name) is var core && core.Any(char.IsAsciiLetter) && !core.Any(IsCyrillic) ? KeyboardLayout.Swap(core.ToLowerInvariant()) : null),
    ];

    /// <summary>
    /// The queries with every company of the corpus that answers them as well: it bears the very name typed, begins with it, has one word more where one was left out, or sounds as typed; and every one that bears the name meant.
    /// Those that more than five answer are left out; of every class <paramref name="each"/> stay.
    /// </summary>
    public static IReadOnlyList<SampleQuery> Settled(IReadOnlyList<SampleQuery> queries, IEnumerable<CompanyDocument> corpus, int each)
    {
        var answers = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var query in queries)
        {
            answers[NameKey.Of(query.Text)] = new HashSet<string>(StringComparer.Ordinal);
            answers[query.Key] = new HashSet<string>(StringComparer.Ordinal);
        }
        var begun = queries.Where(q => q.Class == Prefix).Select(q => NameKey.Of(q.Text)).ToHashSet(StringComparer.Ordinal);
        var missing = queries.Where(q => q.Class == Missing).Select(q => NameKey.Of(q.Text)).ToHashSet(StringComparer.Ordinal);
        var sounds = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var query in queries)
            sounds[Skeleton.Of(query.Text)] = new HashSet<string>(StringComparer.Ordinal);
        // A word cut off may be read in the other script than the whole one: what begins with the very letters typed answers too.
        var spelt = queries.Where(q => q.Class == Prefix).Select(q => q.Text.ToLowerInvariant()).Distinct().ToDictionary(t => t, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        var lengths = begun.Concat(spelt.Keys).Select(k => k.Length).ToHashSet();
        var beginnings = begun.GetAlternateLookup<ReadOnlySpan<char>>();
        var letters = spelt.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var company in corpus)
        {
            foreach (var name in new[] { company.Hit.NameRu, company.Hit.NameKk, company.Hit.NameEn }.OfType<string>())
            {
                var key = NameKey.Of(name);
                if (sounds.TryGetValue(Skeleton.Of(name), out var alike))
                    alike.Add(company.Hit.Bin);
                if (answers.TryGetValue(key, out var same))
                    same.Add(company.Hit.Bin);
                foreach (var shorter in Shorter(key))
                {
                    if (missing.Contains(shorter))
                        answers[shorter].Add(company.Hit.Bin);
                }
                var core = begun.Count == 0 ? "" : Core.Of(name).ToLowerInvariant();
                foreach (var length in lengths)
                {
                    if (length < core.Length && letters.TryGetValue(core.AsSpan(0, length), out var written))
                        written.Add(company.Hit.Bin);
                    if (length < key.Length && beginnings.TryGetValue(key.AsSpan(0, length), out var beginning))
                        answers[beginning].Add(company.Hit.Bin);
                }
            }
        }
        return [.. queries
            .Select(q => q.Class.StartsWith("bin", StringComparison.Ordinal) ? q : q with
            {
                Bins = [.. q.Bins.Concat(answers[NameKey.Of(q.Text)]).Concat(answers[q.Key]).Concat(sounds[Skeleton.Of(q.Text)]).Concat(q.Class == Prefix ? spelt[q.Text.ToLowerInvariant()] : []).Distinct(StringComparer.Ordinal)],
            })
            .Where(q => q.Bins.Count <= MostAnswers)
            .GroupBy(q => q.Class).SelectMany(g => g.Take(each))];
    }

    /// <summary>Up to <paramref name="each"/> queries of every class.</summary>
    /// <param name="hidden">Companies whose other-language name the index lacks.</param>
    /// <param name="prefixes">How many times as many of the class that loses most to <see cref="Settled"/>.</param>
    public static IReadOnlyList<SampleQuery> Of(IReadOnlyList<KnownCompany> companies, IReadOnlySet<string> hidden, int each, int seed, int prefixes = 1)
    {
        var byName = companies
            .SelectMany(c => new[] { c.Ru, c.Kk }.OfType<string>().Select(NameKey.Of).Distinct(StringComparer.Ordinal).Select(k => (Key: k, c.Bin)))
            .ToLookup(c => c.Key, c => c.Bin, StringComparer.Ordinal);
        var queries = new List<SampleQuery>();
        var drawn = 0;
        foreach (var (name, text) in Classes)
        {
            var random = new Random(seed + drawn);
            var before = queries.Count;
            queries.AddRange(companies
                .Where(c => NameKey.Of(c.Name).Length >= 3 && hidden.Contains(c.Bin) == (name == NotIndexed))
                .OrderBy(_ => random.Next())
                .Select(c => (Company: c, Text: text(c, random)))
                .Where(q => !string.IsNullOrWhiteSpace(q.Text))
                .Select(q => new SampleQuery(name, q.Text!, Answers(q.Company, name, byName), NameKey.Of(q.Company.Name)))
                .Where(q => q.Bins.Count <= MostAnswers)
                .Take(name == Prefix ? each * prefixes : each));
            // The draw of a class does not depend on the size of another.
            drawn += Math.Min(each, queries.Count - before);
        }
        return queries;
    }

    /// <summary>The name with one word left out, each in turn.</summary>
    private static IEnumerable<string> Shorter(string key)
    {
        var words = key.Split(' ');
        return words.Length < 3 ? [] : words.Select((_, at) => string.Join(' ', words.Where((_, i) => i != at)));
    }

    private static IReadOnlyList<string> Answers(KnownCompany company, string name, ILookup<string, string> byName)
    {
        if (name.StartsWith("bin", StringComparison.Ordinal))
            return [company.Bin];
        return [.. new[] { company.Ru, company.Kk }.OfType<string>().SelectMany(n => byName[NameKey.Of(n)]).Distinct(StringComparer.Ordinal)];
    }

    private static string Form(string core, Random random) => random.Next(4) switch
    {
        0 => $"ЖШС {core}",
        1 => $"{core} LLP",
        2 => $"\"{core}\" жауапкершілігі шектеулі серіктестігі",
        _ => $"ТОО «{core}»",
    };

    private static string? Kazakh(KnownCompany company) =>
        new[] { company.Kk, company.Ru }.OfType<string>().Select(Core.Of)
            .FirstOrDefault(n => n.Any(c => KazakhLetters.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)));

    private static string? OtherLanguage(KnownCompany company) =>
        company is { Ru: { } ru, Kk: { } kk } && Skeleton.Of(ru) != Skeleton.Of(kk) ? Core.Of(kk) : null;

    private static string? Changed(string text, Func<string, string> change) =>
        change(text) is var changed && !string.Equals(changed, text, StringComparison.OrdinalIgnoreCase) ? changed : null;

    private static string? Fewer(string[] words, Random random)
    {
        var at = random.Next(Math.Max(1, words.Length));
        return words.Length < 3 ? null : string.Join(' ', words.Where((_, i) => i != at));
    }

    private static string? Reordered(string[] words, Random random)
    {
        if (words.Length is < 2 or > 8)
            return null;
        var mixed = words.ToArray();
        do
        {
            random.Shuffle(mixed);
        }
        while (mixed.SequenceEqual(words) && words.Distinct(StringComparer.Ordinal).Count() > 1);
        return string.Join(' ', mixed);
    }

    private static string? Beginning(string core) => core.Length < 8 ? null : core[..(core.Length * 6 / 10)].TrimEnd();

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052f';
}
