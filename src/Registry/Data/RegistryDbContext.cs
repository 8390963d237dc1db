using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Certification;
using Registry.Companies;
using Registry.DueDiligence;
using Registry.Facts;
using Registry.Import;
using Registry.Indices;
using Registry.Indices.Evidence;
using Registry.Notifications;
using Registry.Search;

namespace Registry.Data;

/// <summary>
/// The register's model on either database. One empty derived context per provider carries its migrations;
/// everybody asks an <see cref="IDbContextFactory{TContext}"/> of this type.
/// </summary>
public abstract class RegistryDbContext(DbContextOptions options) : IdentityUserContext<User, Guid>(options)
{
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();
    public DbSet<CompanyName> CompanyNames => Set<CompanyName>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Owner> Owners => Set<Owner>();
    public DbSet<ListEntry> ListEntries => Set<ListEntry>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<CertificationBody> CertificationBodies => Set<CertificationBody>();
    public DbSet<Surveillance> Surveillance => Set<Surveillance>();
    public DbSet<Label> Labels => Set<Label>();
    public DbSet<LabelEvent> LabelEvents => Set<LabelEvent>();
    public DbSet<TaxArrears> TaxArrears => Set<TaxArrears>();
    public DbSet<TaxBurden> TaxBurdens => Set<TaxBurden>();
    public DbSet<TaxesPaid> TaxesPaid => Set<TaxesPaid>();
    public DbSet<VatRegistration> VatRegistrations => Set<VatRegistration>();
    public DbSet<DeliveredIndex> DeliveredIndices => Set<DeliveredIndex>();
    public DbSet<Payroll> Payrolls => Set<Payroll>();
    public DbSet<Statement> Statements => Set<Statement>();
    public DbSet<PaymentExperience> PaymentExperiences => Set<PaymentExperience>();
    public DbSet<Enforcement> Enforcements => Set<Enforcement>();
    public DbSet<CourtCase> CourtCases => Set<CourtCase>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<SourceLoad> SourceLoads => Set<SourceLoad>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<IndexSnapshot> IndexSnapshots => Set<IndexSnapshot>();
    public DbSet<PeerTable> PeerTables => Set<PeerTable>();
    public DbSet<ScoreRun> ScoreRuns => Set<ScoreRun>();
    public DbSet<ScoredUntil> ScoredUntil => Set<ScoredUntil>();
    public DbSet<StoredBackTest> BackTests => Set<StoredBackTest>();
    public DbSet<StoredCheck> Checks => Set<StoredCheck>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<LabelApplication> LabelApplications => Set<LabelApplication>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();
    public DbSet<RegisterNote> Notes => Set<RegisterNote>();
    public DbSet<IndexQueueEntry> IndexQueue => Set<IndexQueueEntry>();
    public DbSet<CompanyClaim> CompanyClaims => Set<CompanyClaim>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditValues> AuditValues => Set<AuditValues>();
    public DbSet<AuditWaiting> AuditWaiting => Set<AuditWaiting>();
    public DbSet<AuditLink> AuditLinks => Set<AuditLink>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<decimal>().HaveConversion<TiynConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        RegistryModel.Configure(builder);
    }
}
