using Registry.Names;

namespace Registry.Search;

/// <summary>
/// Latin letters that people use for different sounds: c for k or s, x for h, w for sh, j for i. Which is meant is decided
/// by the words that the register knows.
/// </summary>
internal static class SloppyReading
{
    /// <summary>Each doubtful letter multiplies the readings; words with more of them are not sloppy but foreign.</summary>
    private const int MostDoubtful = 5;

    /// <summary>The name with the best known of the other readings of each word.</summary>
    public static NormalisedName Of(NormalisedName typed, Vocabulary sounds)
    {
        NameToken[]? read = null;
        for (var i = 0; i < typed.Tokens.Count; i++)
        {
            var token = typed.Tokens[i];
            if (token.Alternative is not null || Best(token, sounds) is not { } alternative)
                continue;
            read ??= [.. typed.Tokens];
            read[i] = token with { Alternative = alternative, IsFarFetched = false };
        }
        return read is null ? typed : typed.With(read);
    }

    private static string? Best(NameToken token, Vocabulary sounds)
    {
        var doubtful = token.Norm.Count(c => Other(c) is not null);
        if (doubtful is 0 or > MostDoubtful)
            return null;
        var most = 0;
        string? best = null;
        foreach (var reading in Readings(token.Norm, 0))
        {
            var skeleton = Skeleton.OfWord(reading);
            var companies = sounds.CompaniesWith(skeleton);
            if (companies > most && skeleton != token.Skeleton)
                (best, most) = (skeleton, companies);
        }
        return best;
    }

    private static IEnumerable<string> Readings(string word, int from)
    {
        var at = from;
        while (at < word.Length && Other(word[at]) is null)
            at++;
        if (at == word.Length)
            return [word];
        return Other(word[at])!.SelectMany(letter => Readings($"{word[..at]}{letter}{word[(at + 1)..]}", at + 1)).Concat(Readings(word, at + 1));
    }

    private static string? Other(char letter) => letter switch
    {
        'c' => "ks",
        'x' => "h",
        'w' => "š",
        'j' => "i",
        _ => null,
    };
}
