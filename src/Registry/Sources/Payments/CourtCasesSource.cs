using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Payments;

/// <summary>
/// Court cases by defendant: <c>number,court,filedOn,plaintiffBin,defendantBin,category,amount,decidedOn,outcome</c>.
/// The outcome is read from our own words or the courts'; the courts' text is kept beside it.
/// </summary>
public sealed class CourtCasesSource : TableSource
{
    /// <summary>Parts of the courts' words; the first that occurs counts, so the partial grant stands before the full one.</summary>
    private static readonly (string Word, CourtOutcome Outcome)[] Words =
    [
        ("частичн", CourtOutcome.PartlyGranted),
        ("ішінара", CourtOutcome.PartlyGranted),
        ("отказ", CourtOutcome.Dismissed),
        ("бас тарт", CourtOutcome.Dismissed),
        ("мировое", CourtOutcome.Settled),
        ("медиац", CourtOutcome.Settled),
        ("татулас", CourtOutcome.Settled),
        ("удовлетвор", CourtOutcome.Granted),
        ("қанағаттандыр", CourtOutcome.Granted),
    ];

    /// <inheritdoc/>
    public override string Id => "court-cases";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["number", "filedOn", "defendantBin", "decidedOn", "outcome"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var text = row.Text("outcome");
        var court = new CourtCase
        {
            Source = Id,
            Number = row.RequiredText("number", 100),
            Bin = row.Entity("defendantBin"),
            Court = row.Text("court"),
            FiledOn = row.Date("filedOn"),
            PlaintiffBin = row.OptionalEntity("plaintiffBin"),
            Category = row.Text("category"),
            Amount = row.OptionalMoney("amount"),
            DecidedOn = row.OptionalDate("decidedOn"),
            Outcome = OutcomeOf(text),
            OutcomeText = text,
        };
        row.InOrder("filedOn", court.FiledOn, "decidedOn", court.DecidedOn);
        return row.Result(court);
    }

    private static CourtOutcome OutcomeOf(string? text)
    {
        if (text is null)
            return CourtOutcome.Pending;
        if (char.IsAsciiLetter(text[0]) && !text.Contains(',', StringComparison.Ordinal) && Enum.TryParse<CourtOutcome>(text, ignoreCase: true, out var outcome))
            return outcome;
        foreach (var (word, known) in Words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return known;
        }
        return CourtOutcome.Other;
    }
}
