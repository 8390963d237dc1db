using Microsoft.EntityFrameworkCore;
using Registry.Certification;
using Registry.Data;

namespace Registry.Access;

/// <summary>The accounts of a demonstration, one a role; they exist only where the demo set is asked for.</summary>
public sealed class DemoAccounts(Accounts accounts, CompanyClaims claims, IDbContextFactory<RegistryDbContext> contexts)
{
    private const string Entrepreneur = "entrepreneur@demo.kz";

    private static readonly (string Email, string Name, Role Role)[] All =
    [
        (Entrepreneur, "Данияр Предприниматель", Role.Entrepreneur),
        ("procurement@demo.kz", "Сауле Закупкина", Role.ProcurementOfficer),
        ("staff@demo.kz", "Айгуль Сотрудница", Role.CertificationStaff),
        ("approver@demo.kz", "Нурлан Утверждающий", Role.CertificationApprover),
        ("moderator@demo.kz", "Марат Модератор", Role.Moderator),
        ("moderator2@demo.kz", "Алия Модератор", Role.Moderator),
        ("admin@demo.kz", "Арман Администратор", Role.Administrator),
        ("auditor@demo.kz", "Гульнара Аудитор", Role.Auditor),
    ];

    /// <summary>The addresses.</summary>
    public static IReadOnlyList<string> Emails { get; } = [.. All.Select(a => a.Email)];

    /// <summary>
    /// Makes the accounts that are missing, or takes them out where <paramref name="wanted"/> is false.
    /// Returns the one random password of those just made, or null where none was.
    /// </summary>
    public async Task<string?> ArrangeAsync(bool wanted, CancellationToken cancel)
    {
        if (!wanted)
        {
            await accounts.RemoveDemoAsync(cancel);
            return null;
        }
        var known = await accounts.ListAsync(Actor.System, cancel) ?? [];
        var missing = All.ExceptBy(known.Select(a => a.Email), a => a.Email, StringComparer.OrdinalIgnoreCase).ToList();
        var password = Secrets.Password();
        foreach (var (email, name, role) in missing)
            await accounts.AddAsync(Actor.System, new NewAccount(email, name, [role]), password, cancel);
        return missing.Count > 0 ? password : null;
    }

    /// <summary>
    /// Lets the demo entrepreneur speak for a company of the demo set that could have a label and has none, so that there is something to
    /// apply for; once.
    /// </summary>
    public async Task<string?> SpeakForAsync(DateOnly today, CancellationToken cancel)
    {
        if ((await accounts.FindAsync(Actor.System, Entrepreneur, cancel))?.Id is not { } account)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.CompanyClaims.AnyAsync(c => c.Account == account, cancel))
            return null;
        // Issued lately, so that no surveillance is owed, and good for longer than a label.
        var (recent, far) = (today.AddMonths(-6), today.AddYears(1));
        var bin = await db.Certificates
            .Where(c => c.KnownTo == null && c.State == CertificateState.Active && c.ExpiresOn > far && c.IssuedOn > recent && !db.Labels.Any(l => l.Bin == c.Bin))
            .OrderBy(c => c.Number).Select(c => c.Bin).FirstOrDefaultAsync(cancel);
        return bin is not null && await claims.BindAsync(Actor.System, account, bin, "Демонстрационный набор", cancel) is AccountChange.Done ? bin : null;
    }
}
