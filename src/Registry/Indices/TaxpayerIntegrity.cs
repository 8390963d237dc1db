using Registry.Facts;

namespace Registry.Indices;

/// <summary>Factors of the Taxpayer Integrity Index (methodology §2).</summary>
internal static class TaxpayerIntegrity
{
    private const string Arrears = "kgd-arrears";
    private const string LargeArrears = "kgd-arrears-150";

    public static void Evaluate(EntityFacts known, EntityProfile profile, ScoringContext context, List<Finding> findings)
    {
        var rules = context.Methodology.Indices[IndexId.TaxpayerIntegrity].Factors;
        findings.Add(TaxArrears(rules[0], known, context));
        findings.Add(TaxBurden(rules[1], known, profile, context));
        findings.Add(TaxesPaid(rules[2], known, context));
        findings.Add(Delivered(rules[3], known, context));
        findings.Add(Vat(rules[4], known, context));
        findings.Add(Pay(rules[5], known, profile, context));
    }

    /// <summary>Newest arrears that the register may still rely on, with what silence proves otherwise.</summary>
    public static (TaxArrears? Row, string? Note, string Source) ArrearsOn(EntityFacts known, ScoringContext context)
    {
        TaxArrears? newest = null;
        foreach (var row in known.Arrears)
        {
            var usable = row.AsOf <= context.AsOf
                && row.AsOf.AddDays(Sources.SourceCatalog.Evidence(row.Source).FreshDays) >= context.AsOf;
            if (usable && (newest is null || row.AsOf > newest.AsOf || (row.AsOf == newest.AsOf && row.Source == Arrears)))
                newest = row;
        }
        if (newest is not null)
            return (newest, null, newest.Source);
        if (context.Sources.IsFresh(Arrears) && !HasRow(known))
            return (null, null, Arrears);
        if (context.Sources.IsFresh(LargeArrears))
            return (null, "notAmongDebtorsOver150Mci", LargeArrears);
        return (null, Findings.Gap(context.Sources, Arrears) ?? Findings.SourceStale, Arrears);
    }

    /// <summary>A row that grew too old says that the entity had one: the newer load does not prove that the debt is gone.</summary>
    private static bool HasRow(EntityFacts known)
    {
        foreach (var row in known.Arrears)
        {
            if (row.Source == Arrears)
                return true;
        }
        return false;
    }

    private static Finding TaxArrears(FactorRule rule, EntityFacts known, ScoringContext context)
    {
        var (row, note, source) = ArrearsOn(known, context);
        if (note is not null)
            return Findings.NotChecked(rule, note, context.Sources, source);
        var total = (double)(row?.Total ?? 0);
        if (context.Methodology.MciOn(context.AsOf) is not { } mci)
            return Findings.NotChecked(rule, "mciUnknown", context.Sources, source);
        var inMci = total / mci;
        var bar = context.Methodology.Procurement.ArrearsBarMci;
        var measure = new Measure(
            inMci, "mci", new Reference("threshold", bar), source, row?.AsOf ?? context.Sources.LatestOf(source));
        return Scored(rule, inMci, measure, context);
    }

    private static Finding TaxBurden(FactorRule rule, EntityFacts known, EntityProfile profile, ScoringContext context)
    {
        if (Findings.Gap(context.Sources, rule.Source) is { } gap)
            return Findings.NotChecked(rule, gap, context.Sources);
        if (YearFacts.Burden(known, context.AsOf, context.Methodology) is not { } burden)
            return Findings.NotChecked(rule, Findings.NoData, context.Sources);
        if (context.Peers.Find(Quantities.TaxBurden, profile, context.Methodology.MinimumPeers) is not { Median: > 0 } peers)
            return Findings.NotChecked(rule, "fewPeers", context.Sources);
        var measure = new Measure(
            burden.Percent, "percent", new Reference("peerMedian", peers.Median, peers.Group, peers.Size),
            rule.Source, YearFacts.End(burden.Year));
        var fine = context.Methodology.FineScore;
        var improvement = new Improvement(fine, rule.Line.Reaching(fine) * peers.Median, "percent");
        return Findings.Checked(rule, rule.Line.Score(burden.Percent / peers.Median), measure, fine, improvement);
    }

    private static Finding TaxesPaid(FactorRule rule, EntityFacts known, ScoringContext context)
    {
        if (Findings.Gap(context.Sources, rule.Source) is { } gap)
            return Findings.NotChecked(rule, gap, context.Sources);
        TaxesPaid? last = null;
        foreach (var paid in known.TaxesPaid)
        {
            if (YearFacts.Counts(paid.Year, context.AsOf, context.Methodology) && (last is null || paid.Year > last.Year))
                last = paid;
        }
        if (last is null)
            return Findings.NotChecked(rule, Findings.NoData, context.Sources);
        var (sum, years) = (0m, 0);
        foreach (var paid in known.TaxesPaid)
        {
            if (paid.Year < last.Year && paid.Year >= last.Year - context.Methodology.MinimumEvidence.YearsBefore)
                (sum, years) = (sum + paid.Amount, years + 1);
        }
        if (sum <= 0)
            return Findings.NotChecked(rule, "noYearsBefore", context.Sources);
        var mean = (double)sum / years;
        var percent = 100 * (double)last.Amount / mean;
        var measure = new Measure(
            percent, "percent", new Reference("ownHistory", 100, null, years), rule.Source, YearFacts.End(last.Year));
        var fine = context.Methodology.FineScore;
        var improvement = new Improvement(fine, 100 * rule.Line.Reaching(fine), "percent");
        return Findings.Checked(rule, rule.Line.Score(percent / 100), measure, fine, improvement);
    }

    private static Finding Delivered(FactorRule rule, EntityFacts known, ScoringContext context)
    {
        if (Findings.Gap(context.Sources, rule.Source) is { } gap)
            return Findings.NotChecked(rule, gap, context.Sources);
        DeliveredIndex? newest = null;
        foreach (var delivered in known.Delivered)
        {
            if (delivered.AsOf <= context.AsOf && !OfAnotherIndex(delivered.Index) && (newest is null || delivered.AsOf > newest.AsOf))
                newest = delivered;
        }
        if (newest is null)
            return Findings.NotChecked(rule, Findings.NoData, context.Sources);
        var measure = new Measure(newest.Value, "points", new Reference("threshold", rule.Line.Reaching(context.Methodology.FineScore)), newest.Source, newest.AsOf);
        return Scored(rule, newest.Value, measure, context);
    }

    private static bool OfAnotherIndex(string index) =>
        index.Equals(Quantities.Of(IndexId.FinancialStability), StringComparison.OrdinalIgnoreCase)
        || index.Equals(Quantities.Of(IndexId.PaymentDiscipline), StringComparison.OrdinalIgnoreCase);

    private static Finding Vat(FactorRule rule, EntityFacts known, ScoringContext context)
    {
        if (Findings.Gap(context.Sources, rule.Source) is { } gap)
            return Findings.NotChecked(rule, gap, context.Sources);
        DateOnly? takenAway = null;
        var registered = false;
        foreach (var vat in known.Vat)
        {
            registered |= vat.RegisteredOn <= context.AsOf;
            if (vat is { ByAuthority: true, DeregisteredOn: { } ended } && ended <= context.AsOf && (takenAway is null || ended > takenAway))
                takenAway = ended;
        }
        if (!registered)
            return WithoutVat(rule, known, context);
        var until = takenAway?.AddMonths(context.Methodology.MinimumEvidence.VatMonths);
        var recent = until > context.AsOf;
        var measure = new Measure(
            null, "date", null, rule.Source, context.Sources.LatestOf(rule.Source), recent ? "vatDeregisteredByAuthority" : "vatRegistered");
        return Findings.Checked(
            rule, recent ? 0 : 1, measure, context.Methodology.FineScore, recent ? new Improvement(1, 0, "date", until) : null);
    }

    private static Finding WithoutVat(FactorRule rule, EntityFacts known, ScoringContext context)
    {
        var income = YearFacts.Income(known, context.AsOf, context.Methodology)?.Income;
        return income < context.Methodology.VatThresholdOn(context.AsOf)
            ? Findings.NotApplicable(rule, "belowVatThreshold", context.Sources)
            : Findings.NotChecked(rule, income is null ? Findings.NoData : "noVatRegistration", context.Sources);
    }

    private static Finding Pay(FactorRule rule, EntityFacts known, EntityProfile profile, ScoringContext context)
    {
        if (Findings.Gap(context.Sources, rule.Source) is { } gap)
            return Findings.NotChecked(rule, gap, context.Sources);
        if (YearFacts.Payroll(known, context.AsOf, context.Methodology) is not { } payroll)
            return Findings.NotChecked(rule, Findings.NoData, context.Sources);
        if (YearFacts.PayPerEmployee(payroll, context.Methodology) is not { } pay)
            return Findings.NotApplicable(rule, "fewEmployees", context.Sources);
        if (context.Peers.Find(Quantities.PayPerEmployee, profile, context.Methodology.MinimumPeers) is not { Median: > 0 } peers)
            return Findings.NotChecked(rule, "fewPeers", context.Sources);
        // Only the ratio is shown: with the median beside it the pay itself could be computed.
        var ratio = pay / peers.Median;
        var measure = new Measure(
            ratio, "ratio", new Reference("peerMedian", 1, peers.Group, peers.Size), rule.Source, YearFacts.End(payroll.Year));
        return Scored(rule, ratio, measure, context);
    }

    private static Finding Scored(FactorRule rule, double quantity, Measure measure, ScoringContext context)
    {
        var fine = context.Methodology.FineScore;
        return Findings.Checked(
            rule, rule.Line.Score(quantity), measure, fine, new Improvement(fine, rule.Line.Reaching(fine), measure.Unit));
    }
}
