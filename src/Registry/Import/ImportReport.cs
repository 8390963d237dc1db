namespace Registry.Import;

/// <summary>Collects problems: the first hundred for the answer, all of them for the rejects file.</summary>
internal sealed class ImportReport : IAsyncDisposable
{
    private const int Shown = 100;
    private readonly List<ImportProblem> first = [];
    private readonly StreamWriter? file;

    public ImportReport(string? rejectsFile)
    {
        if (rejectsFile is null)
            return;
        file = new StreamWriter(rejectsFile);
        file.WriteLine("row,column,value,reason");
    }

    public IReadOnlyList<ImportProblem> First => first;

    public void Add(IEnumerable<ImportProblem> problems)
    {
        foreach (var problem in problems)
            Add(problem);
    }

    public void Add(ImportProblem problem)
    {
        if (first.Count < Shown)
            first.Add(problem);
        file?.WriteLine(FormattableString.Invariant($"{problem.Row},{Cell(problem.Column)},{Cell(problem.Value)},{Cell(problem.Reason)}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (file is not null)
            await file.DisposeAsync();
    }

    /// <summary>A cell that a spreadsheet shows as text: quoted, and never a formula.</summary>
    private static string Cell(string text)
    {
        var harmless = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
