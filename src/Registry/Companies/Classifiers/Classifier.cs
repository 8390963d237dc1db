namespace Registry.Companies.Classifiers;

/// <summary>
/// A state classifier shipped with the register: codes with names in Russian, Kazakh and English, read once from a
/// tab-separated resource of this folder.
/// </summary>
internal sealed class Classifier(string resource)
{
    private const int Columns = 4;
    private readonly Lazy<Dictionary<string, string[]>> rows = new(() => Read(resource));

    public IEnumerable<string> Codes => rows.Value.Keys;

    /// <summary>Name in a language (<c>ru</c>, <c>kk</c>, <c>en</c>), or null if the code is unknown or has no name in it.</summary>
    public string? Name(string code, string language)
    {
        if (!rows.Value.TryGetValue(code, out var row))
            return null;
        var name = row[language switch { "kk" => 2, "en" => 3, _ => 1 }];
        return name.Length == 0 ? null : name;
    }

    private static Dictionary<string, string[]> Read(string resource)
    {
        using var stream = typeof(Classifier).Assembly.GetManifestResourceStream(typeof(Classifier), resource)
            ?? throw new InvalidOperationException($"The classifier {resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var read = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (cells.Length == Columns)
                read.Add(cells[0], cells);
        }
        return read;
    }
}
