using Registry.Facts;

namespace Registry.Indices;

/// <summary>Factors of the Payment Discipline Index (methodology §4).</summary>
internal static class PaymentDiscipline
{
    public static void Evaluate(EntityFacts known, ScoringContext context, List<Finding> findings)
    {
        var rules = context.Methodology.Indices[IndexId.PaymentDiscipline].Factors;
        findings.Add(Experiences(rules[0], known, context));
        findings.Add(Enforcements(rules[1], known, context));
        findings.Add(CourtDebts(rules[2], known, context));
        findings.Add(Contracts(rules[3], known, context));
    }

    /// <summary>Tenge of enforcement proceedings open against the entity on a day.</summary>
    public static decimal OpenEnforcement(EntityFacts known, DateOnly day)
    {
        var sum = 0m;
        foreach (var enforcement in known.Enforcements)
        {
            if (enforcement.OpenedOn <= day && (enforcement.ClosedOn is null || enforcement.ClosedOn > day))
                sum += enforcement.Amount;
        }
        return sum;
    }

    /// <summary>Tenge of debts that courts ordered in the months before a day.</summary>
    public static decimal CourtOrdered(EntityFacts known, DateOnly day, int months)
    {
        var from = day.AddMonths(-months);
        var sum = 0m;
        foreach (var courtCase in known.CourtCases)
        {
            if (courtCase is { Outcome: CourtOutcome.Granted or CourtOutcome.PartlyGranted, Amount: { } amount, DecidedOn: { } decided }
                && decided > from && decided <= day)
                sum += amount;
        }
        return sum;
    }

    /// <summary>
    /// Amount-weighted days beyond terms of invoices paid within the window or open after their due date, negative before it;
    /// null under the least number of suppliers and invoices.
    /// </summary>
    public static double? DaysBeyondTerms(EntityFacts known, ScoringContext context)
    {
        var evidence = context.Methodology.MinimumEvidence;
        var from = context.AsOf.AddMonths(-evidence.PaymentMonths);
        var suppliers = new HashSet<string>(StringComparer.Ordinal);
        var (invoices, amount, weighted) = (0, 0m, 0m);
        foreach (var payment in known.Payments)
        {
            var paid = payment.PaidOn is { } on && on <= context.AsOf ? payment.PaidOn : null;
            var counts = paid is { } day ? day > from : payment.DueOn < context.AsOf;
            if (!counts)
                continue;
            invoices++;
            suppliers.Add(payment.SupplierBin);
            amount += payment.Amount;
            weighted += payment.Amount * ((paid ?? context.AsOf).DayNumber - payment.DueOn.DayNumber);
        }
        return invoices >= evidence.PaymentInvoices && suppliers.Count >= evidence.PaymentSuppliers && amount > 0
            ? (double)weighted / (double)amount
            : null;
    }

    private static Finding Experiences(FactorRule rule, EntityFacts known, ScoringContext context)
    {
        if (Findings.Gap(context.Sources, rule.Source) is { } gap)
            return Findings.NotChecked(rule, gap, context.Sources);
        if (known.Payments.Count == 0)
            return Findings.NotChecked(rule, Findings.NoData, context.Sources);
        if (DaysBeyondTerms(known, context) is not { } days)
            return Findings.NotChecked(rule, "fewExperiences", context.Sources);
        var fine = context.Methodology.FineScore;
        var threshold = Paydex.DaysAt(100 * fine, context.Methodology);
        var measure = new Measure(days, "days", new Reference("threshold", threshold), rule.Source, context.Sources.LatestOf(rule.Source));
        return Findings.Checked(
            rule, Paydex.Of(days, context.Methodology) / 100, measure, fine, new Improvement(fine, threshold, "days"));
    }

    private static Finding Enforcements(FactorRule rule, EntityFacts known, ScoringContext context)
    {
        if (Findings.Gap(context.Sources, rule.Source) is { } gap)
            return Findings.NotChecked(rule, gap, context.Sources);
        if (context.Methodology.MciOn(context.AsOf) is not { } mci)
            return Findings.NotChecked(rule, "mciUnknown", context.Sources);
        var fine = context.Methodology.FineScore;
        var inMci = (double)OpenEnforcement(known, context.AsOf) / mci;
        var threshold = rule.Line.Reaching(fine);
        var measure = new Measure(inMci, "mci", new Reference("threshold", threshold), rule.Source, context.Sources.LatestOf(rule.Source));
        return Findings.Checked(rule, rule.Line.Score(inMci), measure, fine, new Improvement(fine, threshold, "mci"));
    }

    private static Finding CourtDebts(FactorRule rule, EntityFacts known, ScoringContext context)
    {
        if (Findings.Gap(context.Sources, rule.Source) is { } gap)
            return Findings.NotChecked(rule, gap, context.Sources);
        var debts = (double)CourtOrdered(known, context.AsOf, context.Methodology.MinimumEvidence.CourtMonths);
        var income = YearFacts.Income(known, context.AsOf, context.Methodology)?.Income;
        if (debts > 0 && income is null or <= 0)
            return Findings.NotChecked(rule, "noIncome", context.Sources);
        var fine = context.Methodology.FineScore;
        var ratio = debts > 0 && income is { } yearly ? debts / yearly : 0;
        var threshold = 100 * rule.Line.Reaching(fine);
        var measure = new Measure(100 * ratio, "percent", new Reference("threshold", threshold), rule.Source, context.Sources.LatestOf(rule.Source));
        return Findings.Checked(rule, rule.Line.Score(ratio), measure, fine, new Improvement(fine, threshold, "percent"));
    }

    private static Finding Contracts(FactorRule rule, EntityFacts known, ScoringContext context)
    {
        if (Findings.Gap(context.Sources, rule.Source) is { } gap)
            return Findings.NotChecked(rule, gap, context.Sources);
        var evidence = context.Methodology.MinimumEvidence;
        var performance = ContractPerformance.Of(known.Contracts, context.AsOf, evidence.ContractMonths);
        if (performance.Counted < evidence.Contracts)
            return Findings.NotChecked(rule, performance.Counted == 0 ? Findings.NoData : "fewContracts", context.Sources);
        var fine = context.Methodology.FineScore;
        var share = (double)performance.OnTime / performance.Counted;
        var score = Math.Max(0, share - (evidence.TerminationPenalty * performance.Terminated));
        var measure = new Measure(
            100 * score, "percent", new Reference("threshold", 100 * rule.Line.Reaching(fine), null, performance.Counted), rule.Source,
            context.Sources.LatestOf(rule.Source), performance.Terminated > 0 ? "terminatedForFault" : null);
        return Findings.Checked(rule, rule.Line.Score(score), measure, fine, new Improvement(fine, 100 * fine, "percent"));
    }
}
