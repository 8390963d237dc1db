namespace Registry.Benchmarks.Search;

/// <summary>The committed queries from synthetic names: class, text, numbers and the key of the name meant, a tab between them, one query a line.</summary>
internal static class QueryFile
{
    private const string Resource = "Registry.Benchmarks.Search.queries.tsv";

    public static IReadOnlyList<SampleQuery> Committed()
    {
        using var stream = typeof(QueryFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    public static IReadOnlyList<SampleQuery> Read(string path)
    {
        using var reader = new StreamReader(path);
        return Read(reader);
    }

    public static void Write(string path, IEnumerable<SampleQuery> queries) =>
        File.WriteAllText(path, string.Concat(queries.Select(q => $"{q.Class}\t{q.Text}\t{string.Join(' ', q.Bins)}\t{q.Key}\n")));

    private static List<SampleQuery> Read(TextReader reader)
    {
        var queries = new List<SampleQuery>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            queries.Add(new SampleQuery(cells[0], cells[1], cells[2].Split(' '), cells[3]));
        }
        return queries;
    }
}
