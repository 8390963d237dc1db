using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Registry.Access;
using Registry.Audit;
using Registry.Certification;
using Registry.Companies;
using Registry.Data;
using Registry.DueDiligence;
using Registry.Import;
using Registry.Indices;
using Registry.Indices.Evidence;
using Registry.Notifications;
using Registry.Search;
using Registry.Search.ElasticEngine;
using Registry.Search.LuceneEngine;

namespace Registry.Setup;

/// <summary>Puts the register together from its configuration: the same for the host, the command line and the tests.</summary>
public static class RegistryComposition
{
    /// <summary>Registers the register's parts and returns the settings they were made for.</summary>
    /// <exception cref="RegistrySettingsException">The configuration cannot be started with.</exception>
    public static RegistrySettings AddRegistry(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = RegistrySettings.Read(configuration);
        Directory.CreateDirectory(settings.DataDirectory);
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(sp => new BusinessClock(sp.GetRequiredService<TimeProvider>(), settings.Clock));
        services.AddRegistryDatabase(settings.Provider, _ => settings.ConnectionString);
        AddData(services);
        AddCompanies(services, settings);
        AddAccess(services);
        AddCertification(services);
        return settings;
    }

    private static void AddCertification(IServiceCollection services)
    {
        services.AddSingleton<DeskWork>();
        services.AddSingleton<DecisionEffects>();
        services.AddSingleton(sp => new CertificateDesk(sp.GetRequiredService<DeskWork>()));
        services.AddSingleton(sp => new ApplicationDesk(sp.GetRequiredService<DeskWork>()));
        services.AddSingleton(sp => new DecisionDesk(sp.GetRequiredService<DeskWork>(), sp.GetRequiredService<DecisionEffects>()));
        services.AddSingleton<Colleagues>();
        services.AddSingleton<DeskReader>();
        services.AddSingleton<OwnCompanies>();
        services.AddSingleton<BulkEntry>();
        services.AddSingleton<Reminders>();
        services.AddSingleton<DayTurn>();
        services.AddSingleton(sp => new MailServer(sp.GetRequiredService<RegistrySettings>().Smtp, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Outbox>();
        services.AddSingleton<IVirusScanner>(sp => sp.GetRequiredService<RegistrySettings>().VirusScanner is { } at
            ? new ClamdScanner(at.Host, at.Port, sp.GetRequiredService<TimeProvider>())
            : new NoScanner());
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<LabelReader>();
        services.AddSingleton<CertificateReader>();
        services.AddSingleton<DecisionLog>();
        services.AddSingleton<StatementKeys>();
        services.AddSingleton<StatementSigner>();
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditChain>();
        services.AddSingleton<AuditSealer>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<AuditVerification>();
        services.AddSingleton<AuditErasure>();
        // Identity's store wants a context of its scope.
        services.AddScoped(sp => sp.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContext());
        services.TryAddSingleton<ISecretSeal, KeylessSeal>();
        services.AddIdentityCore<User>(AccountRules.Apply).AddUserStore<RegistryUserStore>().AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<AuthenticatorTokenProvider<User>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton<Accounts>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<CompanyClaims>();
        services.AddSingleton<IinLooks>();
        services.AddSingleton<DemoAccounts>();
    }

    private static void AddData(IServiceCollection services)
    {
        services.AddSingleton<RegistryDatabase>();
        services.AddSingleton<PersonDirectory>();
        services.AddSingleton<CompanyProjection>();
        services.AddSingleton<FactWriter>();
        services.AddSingleton<CompanyRows>();
        services.AddSingleton<IndexStore>();
        services.AddSingleton<ScoreRuns>();
        services.AddSingleton<BackTestStore>();
        services.AddSingleton<CheckStore>();
        services.AddSingleton<CompanyDocuments>();
        services.AddSingleton<IndexQueue>();
        services.AddSingleton(sp => new ImportRunner(
            sp.GetRequiredService<IDbContextFactory<RegistryDbContext>>(),
            sp.GetRequiredService<FactWriter>(),
            sp.GetRequiredService<AuditTrail>(),
            sp.GetRequiredService<BusinessClock>(),
            sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DemoLoader>();
    }

    private static void AddCompanies(IServiceCollection services, RegistrySettings settings)
    {
        services.AddSingleton(Methodology.Current);
        services.AddSingleton<ScoringContexts>();
        services.AddSingleton<ScoringRun>();
        services.AddSingleton<ScoringDuty>();
        services.AddSingleton<BackTestRun>();
        services.AddSingleton<CompanyReader>();
        services.AddSingleton<CheckRunner>();
        services.AddSingleton<CheckReader>();
        AddSearch(services, settings);
        services.AddSingleton<CompanyFinder>();
        services.AddSingleton<IndexWorker>();
        services.AddSingleton<IndexKeeper>();
    }

    private static void AddSearch(IServiceCollection services, RegistrySettings settings)
    {
        services.AddSingleton<SearchCondition>();
        if (settings.SearchServer is not { } server)
        {
            services.AddSingleton<ICompanySearch>(_ => new LuceneCompanySearch(settings.IndexDirectory));
            return;
        }
        services.AddSingleton(sp => new ElasticCompanySearch(server, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DatabaseSearch>();
        services.AddSingleton<ICompanySearch>(sp => new FallbackSearch(
            sp.GetRequiredService<ElasticCompanySearch>(),
            sp.GetRequiredService<DatabaseSearch>(),
            sp.GetRequiredService<SearchCondition>(),
            sp.GetRequiredService<TimeProvider>()));
    }
}
