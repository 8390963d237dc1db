using Registry.Facts;
using Registry.Identifiers;
using Registry.Sources;

namespace Registry.Companies;

/// <summary>
/// Turns an entity's facts into what may be published of them. A kind of fact that is not listed here is not published.
/// </summary>
public static class PublicFacts
{
    private const string Offenders = "offenders";

    /// <summary>The kinds in the order in which they are given.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "registration", "status", "name", "contact", "owner", "listing", "certificate", "taxArrears", "taxBurden", "taxesPaid",
        "vatRegistration", "deliveredIndex", "payroll", "statement", "paymentExperience", "enforcement", "courtCase", "contract",
    ];

    /// <summary>All versions of everything that may be read, in a fixed order: kind, then newest first.</summary>
    /// <param name="all">All versions of the entity's facts.</param>
    /// <param name="today">The business day: an offender excluded by then is not told for any day.</param>
    public static IReadOnlyList<PublicFact> Of(EntityFacts all, DateOnly today)
    {
        var person = EntityNumber.IsSoleProprietor(all.Bin);
        IEnumerable<PublicFact> facts =
        [
            .. all.Registrations.Select(r => OfRegistration(r, person)),
            .. all.Statuses.Select(s => Make("status", s, s.Since, null, ("status", s.Status.ToString()), ("reason", s.Reason))),
            .. all.Names.Select(n => Make("name", n, n.From, n.To, ("language", n.Language), ("name", n.Name))),
            .. all.Contacts.Select(c => Make("contact", c, c.AsOf, null, ("phone", c.Phone), ("email", c.Email), ("website", c.Website))),
            .. all.Owners.OrderBy(o => o.Party, StringComparer.Ordinal).Select(OfOwner),
            .. all.Lists.Where(l => MayBeTold(l, today)).OrderBy(l => l.Entry, StringComparer.Ordinal)
                .Select(l => Make("listing", l, l.Since, l.Until, ("list", l.Source), ("name", l.Name), ("document", l.Document))),
            .. all.Certificates.Where(c => c.IsPublic).OrderBy(c => c.Number, StringComparer.Ordinal).Select(OfCertificate),
            .. TaxFacts(all),
            .. all.Statements.Select(OfStatement),
            .. all.Payments.OrderBy(p => p.SupplierBin, StringComparer.Ordinal).ThenBy(p => p.Invoice, StringComparer.Ordinal).Select(OfPayment),
            .. all.Enforcements.OrderBy(e => e.Number, StringComparer.Ordinal)
                .Select(e => Make("enforcement", e, e.OpenedOn, e.ClosedOn, ("number", e.Number), ("amount", e.Amount)) with { Withheld = ["claimant"] }),
            .. all.CourtCases.OrderBy(c => c.Number, StringComparer.Ordinal).Select(OfCourtCase),
            .. all.Contracts.OrderBy(c => c.Number, StringComparer.Ordinal).Select(OfContract),
        ];
        var order = Kinds.Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);
        return [.. facts.OrderBy(f => order[f.Kind]).ThenByDescending(f => f.ValidFrom).ThenByDescending(f => f.KnownFrom).ThenBy(f => f.Source, StringComparer.Ordinal)];
    }

    private static IEnumerable<PublicFact> TaxFacts(EntityFacts all) =>
    [
        .. all.Arrears.Select(a => Make(
            "taxArrears", a, a.AsOf, a.AsOf, ("total", a.Total), ("tax", a.Tax), ("pension", a.Pension), ("social", a.Social), ("health", a.Health))),
        .. all.Burdens.Select(b => OfYear("taxBurden", b, b.Year, ("income", b.Income), ("taxesComputed", b.TaxesComputed), ("burden", b.Burden))),
        .. all.TaxesPaid.Select(t => OfYear("taxesPaid", t, t.Year, ("amount", t.Amount))),
        .. all.Vat.Select(v => Make("vatRegistration", v, v.RegisteredOn, v.DeregisteredOn, ("byAuthority", v.ByAuthority))),
        .. all.Delivered.OrderBy(d => d.Index, StringComparer.Ordinal)
            .Select(d => Make("deliveredIndex", d, d.AsOf, d.AsOf, ("index", d.Index), ("value", d.Value), ("version", d.Version))),
        .. all.Payrolls.Select(p => OfYear("payroll", p, p.Year) with { Withheld = ["employees", "payroll"] }),
    ];

    private static PublicFact OfRegistration(Registration r, bool person) => Make(
        "registration", r, null, null,
        ("nameRu", r.NameRu), ("nameKk", r.NameKk), ("registeredOn", r.RegisteredOn), ("oked", r.Oked), ("activityRu", r.ActivityRu),
        ("activityKk", r.ActivityKk), ("secondaryOkeds", r.SecondaryOkeds), ("krp", r.Krp), ("kse", r.Kse), ("kfs", r.Kfs), ("kato", r.Kato),
        ("addressRu", person ? District.Of(r.AddressRu) : r.AddressRu), ("addressKk", person ? District.Of(r.AddressKk) : r.AddressKk),
        ("head", r.Head), ("status", r.Status?.ToString())) with
    { Withheld = person ? ["address"] : [] };

    private static PublicFact OfOwner(Owner o) => Make(
        "owner", o, o.From, o.To,
        ("kind", o.Kind.ToString()), ("personName", o.PersonName), ("entityBin", o.EntityBin), ("share", o.Share), ("nominee", o.Nominee)) with
    { Withheld = o.EntityBin is null ? ["personIin"] : [] };

    private static PublicFact OfCertificate(Certificate c) => Make(
        "certificate", c, c.IssuedOn, c.ExpiresOn,
        ("number", c.Number), ("standard", c.Standard), ("scope", c.Scope), ("bodyBin", c.BodyBin), ("accreditation", c.Accreditation),
        ("state", c.State.ToString()));

    private static PublicFact OfStatement(Statement s) => OfYear(
        "statement", s, s.Year,
        ("filedOn", s.FiledOn), ("currentAssets", s.CurrentAssets), ("cash", s.Cash), ("receivables", s.Receivables), ("inventory", s.Inventory),
        ("fixedAssets", s.FixedAssets), ("totalAssets", s.TotalAssets), ("currentLiabilities", s.CurrentLiabilities),
        ("longTermLiabilities", s.LongTermLiabilities), ("totalLiabilities", s.TotalLiabilities), ("retainedEarnings", s.RetainedEarnings),
        ("equity", s.Equity), ("revenue", s.Revenue), ("costOfSales", s.CostOfSales), ("grossProfit", s.GrossProfit),
        ("sellingAdmin", s.SellingAdmin), ("operatingProfit", s.OperatingProfit), ("depreciation", s.Depreciation), ("interest", s.Interest),
        ("profitBeforeTax", s.ProfitBeforeTax), ("netProfit", s.NetProfit), ("operatingCashFlow", s.OperatingCashFlow));

    /// <summary>Amounts and days would tell the debtor which supplier reported, so only the lateness is given.</summary>
    private static PublicFact OfPayment(PaymentExperience p) => Make(
        "paymentExperience", p, null, null,
        ("paid", p.PaidOn is not null), ("daysBeyondTerms", p.PaidOn is { } paid ? paid.DayNumber - p.DueOn.DayNumber : null)) with
    { Withheld = ["supplierBin", "invoice", "amount", "dueOn", "paidOn"] };

    private static PublicFact OfCourtCase(CourtCase c) => Make(
        "courtCase", c, c.FiledOn, c.DecidedOn,
        ("number", c.Number), ("court", c.Court), ("plaintiffBin", c.PlaintiffBin), ("category", c.Category), ("amount", c.Amount),
        ("outcome", c.Outcome.ToString())) with
    { Withheld = ["outcomeText"] };

    private static PublicFact OfContract(Contract c) => Make(
        "contract", c, c.SignedOn, c.PerformedOn,
        ("number", c.Number), ("customerBin", c.CustomerBin), ("customerName", c.CustomerName), ("subject", c.Subject),
        ("tradeMethod", c.TradeMethod), ("amount", c.Amount), ("plannedOn", c.PlannedOn), ("terminatedForFault", c.TerminatedForFault),
        ("underReview", c.UnderReview));

    /// <summary>Who was excluded from the register of offenders vanishes from it for every day, as the law orders.</summary>
    internal static bool MayBeTold(ListEntry entry, DateOnly today) =>
        !string.Equals(entry.Source, Offenders, StringComparison.Ordinal) || (entry.IsKnownOn(today) && entry.StandsOn(today));

    private static PublicFact OfYear(string kind, Fact fact, int year, params ReadOnlySpan<(string, object?)> values)
    {
        var named = Make(kind, fact, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), values);
        return named with { Values = new Dictionary<string, object?>(named.Values, StringComparer.Ordinal) { ["year"] = year } };
    }

    private static PublicFact Make(string kind, Fact fact, DateOnly? from, DateOnly? to, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            named[name] = value;
        return new PublicFact(kind, fact.Source, SourceCatalog.Evidence(fact.Source).Owner, from, to, fact.KnownFrom, fact.KnownTo, named, []);
    }
}
