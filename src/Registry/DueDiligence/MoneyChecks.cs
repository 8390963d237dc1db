using Registry.Indices;

namespace Registry.DueDiligence;

/// <summary>Taxes, debts by court and enforcement, statements.</summary>
internal static class MoneyChecks
{
    private const string EnforcementSource = "enforcement";
    private const string CourtSource = "court-cases";
    private const string Financials = "financials";

    /// <summary>Enforcement over this share of annual income, in percent, is a strong sign.</summary>
    private const double StrongEnforcement = 10;

    /// <summary>Debts ordered by courts over this share of annual income, in percent, are a risk.</summary>
    private const double RiskyCourtDebts = 8;

    public static void Tax(CheckInput input, CheckItems items)
    {
        Arrears(input, items);
        IndexChecks.Run(IndexId.TaxpayerIntegrity, input, items);
    }

    public static void Courts(CheckInput input, CheckItems items)
    {
        var income = YearFacts.Income(input.Known, input.Day, input.Context.Methodology)?.Income;
        Enforcement(input, income, items);
        CourtDebts(input, income, items);
    }

    public static void Finance(CheckInput input, CheckItems items)
    {
        IndexChecks.Run(IndexId.FinancialStability, input, items);
        var stability = input.Indices.First(i => i.Id == IndexId.FinancialStability);
        if (stability.State == IndexState.NotApplicable)
        {
            items.NotApplicable("statementsFiled", Financials, "notForThisKind");
            items.NotApplicable("negativeEquity", Financials, "notForThisKind");
            return;
        }
        var newest = YearFacts.Statement(input.Known, input.Day, input.Context.Methodology);
        if (newest is null || items.Gap(Financials) is not null)
        {
            var note = items.Gap(Financials) ?? (input.Known.Statements.Count > 0 ? "statementsTooOld" : Findings.NoData);
            items.NotChecked("statementsFiled", Financials, note);
            items.NotChecked("negativeEquity", Financials, note);
            return;
        }
        var end = YearFacts.End(newest.Year);
        var year = ("year", (string?)CheckItems.Text(newest.Year));
        items.Fine("statementsFiled", newest.Source, newest.FiledOn ?? end, null, year);
        var equity = new FinancialRatios(newest).Equity;
        if (equity is null)
            items.NotChecked("negativeEquity", Financials, "linesNotFiled");
        else if (equity < 0)
            items.Risk("negativeEquity", Weight.Plain, newest.Source, end, null, year);
        else
            items.Fine("negativeEquity", newest.Source, end, null, year);
    }

    private static void Arrears(CheckInput input, CheckItems items)
    {
        var (row, note, source) = TaxpayerIntegrity.ArrearsOn(input.Known, input.Context);
        var mci = input.Context.Methodology.MciOn(input.Day);
        if (note is not null || mci is null)
        {
            items.NotChecked("taxArrears", source, note ?? "mciUnknown");
            return;
        }
        var total = row?.Total ?? 0;
        var inMci = (double)total / mci.Value;
        var asOf = row?.AsOf ?? items.Latest(source);
        var arguments = new[] { ("amount", (string?)CheckItems.Text(total)), ("mci", (string?)CheckItems.Text(inMci)) };
        if (inMci <= input.Context.Methodology.Procurement.ArrearsBarMci)
            items.Fine("taxArrears", source, asOf, null, arguments);
        else
            items.Risk("taxArrears", input.Purpose == CheckPurpose.Procurement ? Weight.Strong : Weight.Plain, source, asOf, null, arguments);
    }

    private static void Enforcement(CheckInput input, double? income, CheckItems items)
    {
        if (items.Gap(EnforcementSource) is { } gap)
        {
            items.NotChecked("enforcement", EnforcementSource, gap);
            return;
        }
        var open = input.Known.Enforcements.Count(e => e.OpenedOn <= input.Day && (e.ClosedOn is null || e.ClosedOn > input.Day));
        if (open == 0)
        {
            items.Fine("enforcement", EnforcementSource, items.Latest(EnforcementSource));
            return;
        }
        var amount = PaymentDiscipline.OpenEnforcement(input.Known, input.Day);
        var percent = Percent(amount, income);
        items.Risk(
            "enforcement", percent > StrongEnforcement ? Weight.Strong : Weight.Plain, EnforcementSource, items.Latest(EnforcementSource),
            percent is null ? "noIncome" : null,
            ("count", CheckItems.Text(open)), ("amount", CheckItems.Text(amount)), ("percent", percent is { } p ? CheckItems.Text(p) : null));
    }

    private static void CourtDebts(CheckInput input, double? income, CheckItems items)
    {
        if (items.Gap(CourtSource) is { } gap)
        {
            items.NotChecked("courtDebts", CourtSource, gap);
            return;
        }
        var amount = PaymentDiscipline.CourtOrdered(input.Known, input.Day, input.Context.Methodology.MinimumEvidence.CourtMonths);
        var percent = Percent(amount, income);
        var arguments = new[] { ("amount", (string?)CheckItems.Text(amount)), ("percent", percent is { } p ? CheckItems.Text(p) : null) };
        if (amount == 0 || percent <= RiskyCourtDebts)
            items.Fine("courtDebts", CourtSource, items.Latest(CourtSource), null, arguments);
        else
            items.Risk("courtDebts", Weight.Plain, CourtSource, items.Latest(CourtSource), percent is null ? "noIncome" : null, arguments);
    }

    private static double? Percent(decimal amount, double? income) => income > 0 ? 100 * (double)amount / income : null;
}
