using Registry.Certification;
using Registry.DueDiligence;
using Registry.Facts;
using Registry.Identifiers;
using Registry.Indices;
using Registry.Search;
using Registry.Sources;

namespace Registry.Companies;

/// <summary>Puts a card together from what was read; pure.</summary>
/// <param name="all">All versions of the entity's facts.</param>
/// <param name="names">Names of other entities that the facts refer to.</param>
internal sealed class CardBuilder(Company company, EntityFacts all, ScoringContext context, IReadOnlyDictionary<string, string> names)
{
    private readonly EntityFacts known = all.KnownOn(context.AsOf);

    public CompanyCard Build(IReadOnlyList<HistoryPoint> history)
    {
        var results = IndexCalculator.Compute(known, context);
        var labels = LabelPosition.AllOf(all, context.Sources, context.AsOf);
        return new CompanyCard
        {
            Bin = company.Bin,
            NameRu = company.NameRu,
            NameKk = company.NameKk,
            NameEn = company.NameEn,
            Status = company.Status,
            StatusSince = company.StatusSince,
            Region = company.Region,
            Oked = company.Oked,
            Indices = HitIndices.Of(results),
            Certificates = Certificates(),
            Label = labels is [var label, ..] ? label.AsHit() : null,
            Labels = [.. labels.Select(l => LabelView.Of(l, company, context.AsOf))],
            Stops = StopFacts.Of(known, context.AsOf),
            Kind = company.Kind,
            CheckDigitValid = company.CheckDigitValid,
            RegisteredOn = company.RegisteredOn,
            Section = company.Section,
            SecondaryOkeds = EntityProfile.Ordered(known.Registrations).Select(r => r.SecondaryOkeds).FirstOrDefault(o => o is not null),
            Krp = company.Krp,
            Kato = company.Kato,
            Phone = company.Phone,
            Email = company.Email,
            Website = company.Website,
            Names = Names(),
            Addresses = Addresses(),
            Heads = Heads(),
            Statuses = [.. known.Statuses.OrderByDescending(s => s.Since).Select(s => new CardStatus(s.Status, s.Since, s.Reason, s.Source, s.KnownFrom))],
            Owners = Owners(),
            Listings = [.. known.Lists.OrderByDescending(l => l.Since).Select(l => new CardListing(l.Source, l.Since, l.Until, l.Document, l.Source))],
            Disagreements = Disagreements.Among(known, context.AsOf, IsPerson),
            Panels = results,
            Models = FinancialModels.Compute(known.Statements),
            History = history,
            Sources = Sources(),
            AsOf = context.AsOf,
            Version = company.Version,
        };
    }

    private bool IsPerson => EntityNumber.IsSoleProprietor(company.Bin);

    private IReadOnlyList<CardCertificate> Certificates() =>
        [.. known.Certificates.Where(c => c.IsPublic).OrderByDescending(c => c.ExpiresOn).Select(Certificate).OfType<CardCertificate>()];

    private CardCertificate? Certificate(Certificate certificate) =>
        CertificatePosition.Of(
            [.. all.Certificates.Where(c => c.Number == certificate.Number)], all.Surveillance, all.CertificationBodies, context.AsOf) is not { } position ? null
        : new CardCertificate(
            certificate.Number, certificate.Standard, position.State, certificate.Scope, certificate.BodyBin,
            certificate.BodyBin is null ? null : names.GetValueOrDefault(certificate.BodyBin) ?? position.Accreditation.BodyName,
            certificate.Accreditation, certificate.IssuedOn, certificate.ExpiresOn, certificate.Source, certificate.KnownFrom,
            position.StateSince, position.Accreditation.Standing, position.Surveillance.LastHeldOn, position.Surveillance.DueOn,
            position.Surveillance.IsOverdue);

    private IReadOnlyList<CardName> Names()
    {
        var registered = Versions(
            r => (r.NameRu, r.NameKk),
            r => new[] { ("ru", r.NameRu), ("kk", r.NameKk) }.Where(n => n.Item2 is not null).Select(n => new CardName(n.Item1, n.Item2!, null, null, r.Source, r.KnownFrom)));
        var stated = known.Names.Select(n => new CardName(n.Language, n.Name, n.From, n.To, n.Source, n.KnownFrom));
        return [.. registered.SelectMany(n => n).Concat(stated).DistinctBy(n => (n.Language, n.Name, n.Source, n.From))];
    }

    private IReadOnlyList<CardAddress> Addresses() =>
        [.. Versions(
            r => (r.AddressRu, r.AddressKk),
            r => new CardAddress(Public(r.AddressRu), Public(r.AddressKk), r.KnownFrom, r.KnownTo, r.Source, r.KnownFrom))
            .Where(a => a.Ru is not null || a.Kk is not null)];

    private string? Public(string? address) => IsPerson ? District.Of(address) : address;

    private IReadOnlyList<CardHead> Heads()
    {
        var registered = Versions(r => r.Head, r => r.Head is null ? null : new CardHead(r.Head, null, r.KnownTo, r.Source, r.KnownFrom)).OfType<CardHead>();
        var stated = known.Owners.Where(o => o is { Kind: OwnerKind.Head, PersonName: not null })
            .Select(o => new CardHead(o.PersonName!, o.From, o.To, o.Source, o.KnownFrom));
        return [.. stated.OrderByDescending(h => h.From), .. registered];
    }

    private IReadOnlyList<CardOwner> Owners() =>
        [.. known.Owners.Where(o => o.Kind != OwnerKind.Head).OrderBy(o => o.To is null ? 0 : 1).ThenByDescending(o => o.Share).Select(o => new CardOwner(
            o.Kind.ToString(),
            o.PersonName ?? (o.EntityBin is null ? "" : names.GetValueOrDefault(o.EntityBin, o.EntityBin)),
            o.EntityBin, o.Share, o.Nominee, o.From, o.To, o.Source, o.KnownFrom))];

    private IReadOnlyList<CardSource> Sources() =>
        [.. SourcesOf(known).Concat(SpeakingBySilence()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(s => new CardSource(s, SourceCatalog.Evidence(s).Owner, context.Sources.LatestOf(s) ?? context.AsOf, context.Sources.IsFresh(s)))];

    /// <summary>Loaded lists whose absence proves something: they speak of an entity also where it is not on them.</summary>
    private IEnumerable<string> SpeakingBySilence() => SourceCatalog.All
        .Where(e => e.Absence is not Absence.ProvesNothing && context.Sources.LatestOf(e.Source) is not null)
        .Select(e => e.Source);

    private static IEnumerable<string> SourcesOf(EntityFacts f) =>
        new IEnumerable<Fact>[]
        {
            f.Registrations, f.Statuses, f.Names, f.Contacts, f.Owners, f.Lists, f.Certificates, f.Labels, f.Arrears, f.Burdens, f.TaxesPaid, f.Vat,
            f.Delivered, f.Payrolls, f.Statements, f.Payments, f.Enforcements, f.CourtCases, f.Contracts,
        }.SelectMany(facts => facts.Select(fact => fact.Source));

    /// <summary>One item per source and run of versions with the same value, newest first.</summary>
    private IEnumerable<TItem> Versions<TValue, TItem>(Func<Registration, TValue> value, Func<Registration, TItem> item)
    {
        foreach (var source in all.Registrations.Where(r => r.KnownFrom <= context.AsOf).GroupBy(r => r.Source))
        {
            Registration? first = null;
            var items = new List<TItem>();
            foreach (var version in source.OrderBy(r => r.KnownFrom))
            {
                if (first is not null && EqualityComparer<TValue>.Default.Equals(value(first), value(version)))
                {
                    first = first with { KnownTo = version.KnownTo };
                    items[^1] = item(first);
                    continue;
                }
                first = version;
                items.Add(item(version));
            }
            items.Reverse();
            foreach (var kept in items)
                yield return kept;
        }
    }
}
