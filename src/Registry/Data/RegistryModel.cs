using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Registry.Access;
using Registry.Audit;
using Registry.Companies;
using Registry.DueDiligence;
using Registry.Facts;
using Registry.Identifiers;
using Registry.Import;
using Registry.Indices;
using Registry.Indices.Evidence;
using Registry.Search;

namespace Registry.Data;

/// <summary>
/// Keys, lengths and indices of every table. The last column of a fact's primary key is the day on which the register learned it;
/// the others are the key by which imports add and change.
/// </summary>
internal static class RegistryModel
{
    private const int CodeLength = 64;

    public static void Configure(ModelBuilder model)
    {
        Company(model);
        Facts(model);
        Work(model);
        Results(model);
        CertificationModel.Configure(model);
        Accounts(model);
        Trace(model);
    }

    private static void Company(ModelBuilder model)
    {
        var company = model.Entity<Company>().ToTable("Companies");
        company.HasKey(c => c.Bin);
        company.Property(c => c.Bin).HasMaxLength(DigitText.Length);
        company.Property(c => c.Version).IsConcurrencyToken();
        company.HasIndex(c => c.NameKey);
        var person = model.Entity<Person>().ToTable("Persons");
        person.HasKey(p => p.Id);
        person.HasIndex(p => p.Iin).IsUnique();
        person.HasIndex(p => p.RegisterNumber).IsUnique();
    }

    private static void Facts(ModelBuilder model)
    {
        Fact<Registration>(model, "Registrations", f => new { f.Bin, f.Source, f.KnownFrom });
        Fact<StatusChange>(model, "StatusChanges", f => new { f.Bin, f.Since, f.KnownFrom });
        Fact<CompanyName>(model, "CompanyNames", f => new { f.Bin, f.Language, f.From, f.KnownFrom });
        Fact<Contact>(model, "Contacts", f => new { f.Bin, f.KnownFrom });
        Fact<Owner>(model, "Owners", f => new { f.Bin, f.Kind, f.Party, f.From, f.KnownFrom }).HasIndex(f => f.Party);
        Fact<ListEntry>(model, "ListEntries", f => new { f.Bin, f.Source, f.Entry, f.KnownFrom }).HasIndex(f => f.Source);
        Fact<Certificate>(model, "Certificates", f => new { f.Number, f.KnownFrom }).HasIndex(f => f.Bin);
        Fact<CertificationBody>(model, "CertificationBodies", f => new { f.Bin, f.Accreditation, f.KnownFrom });
        Fact<Surveillance>(model, "Surveillance", f => new { f.Number, f.PlannedOn, f.KnownFrom });
        Fact<Label>(model, "Labels", f => new { f.Number, f.KnownFrom }).HasIndex(f => f.Bin);
        Fact<LabelEvent>(model, "LabelEvents", f => new { f.Number, f.Entry, f.KnownFrom }).HasIndex(f => f.Bin);
        Fact<TaxArrears>(model, "TaxArrears", f => new { f.Bin, f.AsOf, f.Source, f.KnownFrom });
        Fact<TaxBurden>(model, "TaxBurdens", f => new { f.Bin, f.Year, f.KnownFrom });
        Fact<TaxesPaid>(model, "TaxesPaid", f => new { f.Bin, f.Year, f.KnownFrom });
        Fact<VatRegistration>(model, "VatRegistrations", f => new { f.Bin, f.RegisteredOn, f.KnownFrom });
        Fact<DeliveredIndex>(model, "DeliveredIndices", f => new { f.Bin, f.Index, f.AsOf, f.KnownFrom });
        Fact<Payroll>(model, "Payrolls", f => new { f.Bin, f.Year, f.KnownFrom });
        Fact<Statement>(model, "Statements", f => new { f.Bin, f.Year, f.KnownFrom });
        Fact<PaymentExperience>(model, "PaymentExperiences", f => new { f.Bin, f.SupplierBin, f.Invoice, f.KnownFrom });
        Fact<Enforcement>(model, "Enforcements", f => new { f.Number, f.KnownFrom }).HasIndex(f => f.Bin);
        Fact<CourtCase>(model, "CourtCases", f => new { f.Number, f.KnownFrom }).HasIndex(f => f.Bin);
        Fact<Contract>(model, "Contracts", f => new { f.Number, f.KnownFrom }).HasIndex(f => f.Bin);
    }

    private static Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> Fact<T>(
        ModelBuilder model, string table, Expression<Func<T, object?>> key)
        where T : Fact
    {
        var fact = model.Entity<T>().ToTable(table);
        fact.HasKey(key);
        fact.Property(f => f.Bin).HasMaxLength(DigitText.Length);
        fact.Property(f => f.Source).HasMaxLength(CodeLength);
        return fact;
    }

    private static void Work(ModelBuilder model)
    {
        model.Entity<SourceLoad>().ToTable("SourceLoads").HasKey(l => new { l.Source, l.AsOf, l.KnownFrom });
        model.Entity<RegisterNote>().ToTable("Notes").HasKey(n => n.Key);
        var run = model.Entity<ImportRun>().ToTable("ImportRuns");
        run.HasKey(r => r.Id);
        run.Property(r => r.StartedBy).HasMaxLength(CodeLength);
        run.HasIndex(r => r.Fingerprint);
        var queue = model.Entity<IndexQueueEntry>().ToTable("IndexQueue");
        queue.HasKey(e => e.Id);
        queue.Property(e => e.Id).ValueGeneratedOnAdd();
        queue.Property(e => e.Bin).HasMaxLength(DigitText.Length);
    }

    private static void Results(ModelBuilder model)
    {
        model.Entity<IndexSnapshot>().ToTable("IndexSnapshots").HasKey(s => new { s.Bin, s.Index, s.AsOf });
        var peers = model.Entity<PeerTable>().ToTable("PeerTables");
        peers.HasKey(p => new { p.AsOf, p.Quantity, p.Group });
        peers.Property(p => p.Percentiles).HasConversion(
            values => string.Join(' ', values.Select(v => v.ToString("R", CultureInfo.InvariantCulture))),
            text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray(),
            new ValueComparer<double[]>((a, b) => a!.SequenceEqual(b!), a => a.Length, a => a.ToArray()));
        model.Entity<ScoreRun>().ToTable("ScoreRuns").HasKey(r => r.Id);
        var scored = model.Entity<ScoredUntil>().ToTable("ScoredUntil");
        scored.HasKey(s => s.Bin);
        scored.Property(s => s.Bin).HasMaxLength(DigitText.Length);
        var backTest = model.Entity<StoredBackTest>().ToTable("BackTests");
        backTest.HasKey(b => b.Id);
        backTest.HasIndex(b => b.Index);
        var check = model.Entity<StoredCheck>().ToTable("Checks");
        check.HasKey(c => c.Id);
        check.HasIndex(c => c.Code).IsUnique();
    }

    private static void Accounts(ModelBuilder model)
    {
        var user = model.Entity<User>().ToTable("Users");
        user.Property(u => u.Roles).HasConversion(
            roles => string.Join(' ', roles),
            text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<Role>(name)).ToArray(),
            new ValueComparer<Role[]>((a, b) => a!.SequenceEqual(b!), a => a.Length, a => a.ToArray()));
        model.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("UserLogins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("UserTokens");
        var claim = model.Entity<CompanyClaim>().ToTable("CompanyClaims");
        claim.HasKey(c => c.Id);
        claim.Property(c => c.Bin).HasMaxLength(DigitText.Length);
        claim.Property(c => c.Ground).HasMaxLength(CompanyClaims.LongestText);
        claim.Property(c => c.Answer).HasMaxLength(CompanyClaims.LongestText);
        claim.Property(c => c.DecidedBy).HasMaxLength(CodeLength);
        claim.Property(c => c.Version).IsConcurrencyToken();
        claim.HasIndex(c => new { c.Account, c.Bin });
        claim.HasOne<User>().WithMany().HasForeignKey(c => c.Account).OnDelete(DeleteBehavior.Cascade);
        var key = model.Entity<ApiKey>().ToTable("ApiKeys");
        key.HasKey(k => k.Id);
        key.Property(k => k.Name).HasMaxLength(CodeLength);
    }

    private static void Trace(ModelBuilder model)
    {
        var entry = model.Entity<AuditEntry>().ToTable("AuditEntries");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.ActorId).HasMaxLength(CodeLength);
        entry.Property(e => e.What).HasMaxLength(AuditTrail.LongestWhat);
        entry.Property(e => e.Subject).HasMaxLength(AuditTrail.LongestSubject);
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => e.Subject);
        Beside<AuditValues>(model, "AuditValues", v => v.EntryId);
        Beside<AuditWaiting>(model, "AuditWaiting", w => w.EntryId);
        var link = model.Entity<AuditLink>().ToTable("AuditLinks");
        link.HasKey(l => l.Position);
        link.Property(l => l.Position).ValueGeneratedNever();
        link.HasIndex(l => l.EntryId).IsUnique();
    }

    /// <summary>Without foreign keys: the chain must be able to tell that an entry is gone, and no cascade may take one away.</summary>
    private static void Beside<T>(ModelBuilder model, string table, Expression<Func<T, object?>> key)
        where T : class
    {
        var beside = model.Entity<T>().ToTable(table);
        beside.HasKey(key);
        beside.Property("EntryId").ValueGeneratedNever();
    }
}
