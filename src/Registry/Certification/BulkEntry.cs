using Registry.Access;
using Registry.Data;
using Registry.Facts;
using Registry.Sources;
using Registry.Sources.Certificates;

namespace Registry.Certification;

/// <summary>A row of a file that is to be entered.</summary>
/// <param name="Row">One-based row in the file.</param>
/// <param name="Input">The certificate; null where the row cannot be read.</param>
/// <param name="Problems">What is wrong with it; none for a sound row.</param>
public sealed record BulkRow(long Row, CertificateInput? Input, IReadOnlyList<FieldProblem> Problems);

/// <summary>What is in a file.</summary>
/// <param name="Failure">Why the file as a whole cannot be used, or null.</param>
public sealed record BulkPreview(string? Failure, IReadOnlyList<BulkRow> Rows)
{
    /// <summary>Rows that will be entered.</summary>
    public int Sound => Rows.Count(r => r.Problems.Count == 0);
}

/// <summary>
/// Many certificates from one file of the format <c>certificates</c>, looked at before anything is written. Four eyes hold here too:
/// each sound row becomes a draft that is handed in and proposed, and somebody else decides.
/// </summary>
public sealed class BulkEntry(
    CertificateDesk desk, DecisionDesk decisions, CertificateReader certificates, CompanyRows companies, BusinessClock clock)
{
    /// <summary>Rows of a file at most; more come by the command line.</summary>
    public const int MostRows = 500;

    /// <summary>Reads a file without writing anything.</summary>
    public async Task<BulkPreview?> PreviewAsync(Actor actor, string path, CancellationToken cancel)
    {
        if (!actor.May(Permission.EditCertificates))
            return null;
        var taken = (await certificates.RecordsAsync(null, cancel)).Select(r => r.Position.Certificate.Number).ToHashSet(StringComparer.Ordinal);
        try
        {
            using var reading = new CertificatesSource().Open(path, new ReadOptions(clock.Today));
            var rows = reading.Rows.Take(MostRows + 1).Select(row => RowOf(row, taken)).ToList();
            return rows.Count > MostRows ? new("tooManyRows", []) : new(null, await WithHoldersAsync(rows, cancel));
        }
        catch (SourceFileException error)
        {
            return new(error.Reason, []);
        }
    }

    /// <summary>
    /// Enters the sound rows of a preview; returns what became of each, in their order. Each row is written for itself: what changed since
    /// the preview is refused by row, and after a stop in the middle the same file shows the rows that are in as taken.
    /// </summary>
    public async Task<IReadOnlyList<DeskOutcome>> EnterAsync(Actor actor, BulkPreview preview, string reason, CancellationToken cancel)
    {
        // Before anything is written: else every row would be handed in and none proposed.
        if (DecisionDesk.ReasonProblem(reason) is { } problem)
            return [new DeskOutcome.Invalid([problem])];
        var outcomes = new List<DeskOutcome>();
        foreach (var row in preview.Rows.Where(r => r.Problems.Count == 0))
        {
            if (row.Input is not { } input)
                continue;
            var outcome = await desk.EnterAsync(actor, input, cancel);
            if (outcome is DeskOutcome.Done)
                outcome = await desk.MoveAsync(actor, input.Number, CertificateMove.Submit, reason, cancel);
            if (outcome is DeskOutcome.Done)
                outcome = await decisions.ProposeAsync(actor, new Proposal(DecisionKind.ActivateCertificate, input.Number, reason), cancel);
            outcomes.Add(outcome);
        }
        return outcomes;
    }

    /// <summary>Rows of companies that the register does not know are not sound.</summary>
    private async Task<IReadOnlyList<BulkRow>> WithHoldersAsync(List<BulkRow> rows, CancellationToken cancel)
    {
        var known = await companies.ReadAsync([.. rows.Select(r => r.Input?.Bin).OfType<string>().Distinct()], cancel);
        return rows.ConvertAll(row => row.Input is not { } input || known.ContainsKey(input.Bin)
            ? row
            : row with { Problems = [.. row.Problems, new FieldProblem(nameof(input.Bin), "companyUnknown")] });
    }

    private BulkRow RowOf(ParsedRow row, HashSet<string> taken)
    {
        if (row.Facts is not [Certificate certificate])
            return new(row.Row, null, [.. row.Problems.Select(p => new FieldProblem(p.Column, p.Reason))]);
        var input = CertificateInput.Of(certificate);
        var problems = CertificateRules.Check(input, clock.Today).ToList();
        if (!taken.Add(input.Number))
            problems.Add(new(nameof(input.Number), "taken"));
        return new(row.Row, input, problems);
    }
}
