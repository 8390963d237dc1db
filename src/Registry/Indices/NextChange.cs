using Registry.Facts;
using Registry.Sources;

namespace Registry.Indices;

/// <summary>
/// The first day after the computed one on which results may come out differently though nothing was learned: a window ends, a load
/// grows stale, an invoice stays open another day. At the latest the first of the next month, when everybody is computed anyway and every
/// rule that counts in years or calendar months takes its step.
/// </summary>
internal static class NextChange
{
    /// <summary>That day.</summary>
    /// <param name="known">Facts known on the context's day.</param>
    public static DateOnly Of(EntityFacts known, EntityProfile profile, ScoringContext context)
    {
        var next = new Earliest(context.AsOf);
        OfTheDay(next, profile, context);
        OfTax(next, known, context.Methodology);
        OfPayment(next, known, context.Methodology.MinimumEvidence);
        foreach (var status in known.Statuses)
            next.Add(status.Since);
        foreach (var entry in known.Lists)
        {
            next.Add(entry.Since);
            next.Add(entry.Until);
        }
        return next.Day;
    }

    private static void OfTheDay(Earliest next, EntityProfile profile, ScoringContext context)
    {
        next.Add(profile.RegisteredOn?.AddDays(context.Methodology.FirstYearDays));
        foreach (var (source, latest) in context.Sources.Loads)
            next.Add(latest.AddDays(SourceCatalog.Evidence(source).FreshDays + 1));
        foreach (var value in context.Methodology.Mci)
            next.Add(value.From);
    }

    private static void OfTax(Earliest next, EntityFacts known, Methodology methodology)
    {
        foreach (var arrears in known.Arrears)
        {
            next.Add(arrears.AsOf);
            next.Add(arrears.AsOf.AddDays(SourceCatalog.Evidence(arrears.Source).FreshDays + 1));
        }
        foreach (var delivered in known.Delivered)
            next.Add(delivered.AsOf);
        foreach (var vat in known.Vat)
        {
            next.Add(vat.RegisteredOn);
            next.Add(vat.DeregisteredOn);
            next.Add(vat.DeregisteredOn?.AddMonths(methodology.MinimumEvidence.VatMonths));
        }
    }

    private static void OfPayment(Earliest next, EntityFacts known, EvidenceRules evidence)
    {
        foreach (var payment in known.Payments)
        {
            next.Add(payment.PaidOn);
            next.Add(payment.PaidOn?.AddMonths(evidence.PaymentMonths));
            if (payment.PaidOn is null || payment.PaidOn > next.From)
                next.AddFrom(payment.DueOn.AddDays(1));
        }
        foreach (var enforcement in known.Enforcements)
        {
            next.Add(enforcement.OpenedOn);
            next.Add(enforcement.ClosedOn);
        }
        foreach (var courtCase in known.CourtCases)
        {
            next.Add(courtCase.DecidedOn);
            next.Add(courtCase.DecidedOn?.AddMonths(evidence.CourtMonths));
        }
        foreach (var contract in known.Contracts)
        {
            DateOnly?[] days = [contract.SignedOn, contract.PlannedOn, contract.PerformedOn];
            foreach (var day in days)
            {
                next.Add(day);
                next.Add(day?.AddMonths(evidence.ContractMonths));
            }
        }
    }

    /// <summary>Keeps the earliest day after a day, the first of the next month if there is none before.</summary>
    private sealed class Earliest(DateOnly from)
    {
        public DateOnly From => from;

        public DateOnly Day { get; private set; } = new DateOnly(from.Year, from.Month, 1).AddMonths(1);

        public void Add(DateOnly? day)
        {
            if (day > from && day < Day)
                Day = day.Value;
        }

        /// <summary>Something that goes on changing every day from that day on.</summary>
        public void AddFrom(DateOnly day) => Add(day > from ? day : from.AddDays(1));
    }
}
