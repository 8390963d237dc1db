using Registry.Identifiers;
using Registry.Import;
using Registry.Sources;
using Registry.Sources.Tables;

namespace Registry.Indices.Evidence;

/// <summary>Who failed and who did not, by number, out of a CSV <c>bin,failed</c> (0 or 1; names in any order and case).</summary>
/// <param name="Failed">By BIN or register number.</param>
/// <param name="Rejected">Rows that could not be used.</param>
/// <param name="Problems">The first of their problems.</param>
public sealed record LabelFile(string Name, IReadOnlyDictionary<string, bool> Failed, int Rejected, IReadOnlyList<ImportProblem> Problems)
{
    private const string BinColumn = "bin";
    private const string FailedColumn = "failed";
    private const int MostProblems = 100;
    private const int MostLabels = 5_000_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="SourceFileException">It cannot be opened, is no UTF-8 CSV, lacks a column or has no row.</exception>
    public static LabelFile Read(string path)
    {
        using var table = new CsvTable(path);
        var (bin, failed) = Columns(table);
        var labels = new Dictionary<string, bool>(StringComparer.Ordinal);
        var problems = new List<ImportProblem>();
        var rejected = 0;
        while (table.Read())
        {
            if (Problem(table, bin, failed, labels) is not { } problem)
                continue;
            rejected++;
            if (problems.Count < MostProblems)
                problems.Add(problem);
        }
        if (labels.Count == 0 && rejected == 0)
            throw new SourceFileException("noRows", "the file has no data row");
        return new LabelFile(Path.GetFileName(path), labels, rejected, problems);
    }

    private static (int Bin, int Failed) Columns(CsvTable table)
    {
        if (!table.Read())
            throw new SourceFileException("noRows", "the file has no data row");
        return (Column(table, BinColumn), Column(table, FailedColumn));
    }

    private static int Column(CsvTable table, string name)
    {
        for (var i = 0; i < table.Width; i++)
        {
            if (table.Cell(i).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        throw new SourceFileException("missingColumn", name);
    }

    /// <summary>Takes the row's label, or says what is wrong with it.</summary>
    private static ImportProblem? Problem(CsvTable table, int bin, int failed, Dictionary<string, bool> labels)
    {
        var text = table.Cell(bin).Trim().ToString();
        if (!EntityNumber.TryParse(text, out var number))
            return new ImportProblem(table.Row, BinColumn, ProblemValue.Of(text), "noBin");
        var said = table.Cell(failed).Trim();
        if (said is not ("0" or "1"))
            return new ImportProblem(table.Row, FailedColumn, ProblemValue.Of(said), "notZeroOrOne");
        if (labels.Count >= MostLabels)
            throw TableBounds.TooLarge($"more than {MostLabels} labels");
        return labels.TryAdd(number, said is "1") ? null : new ImportProblem(table.Row, BinColumn, ProblemValue.Of(text), "repeated");
    }
}
