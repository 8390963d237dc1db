namespace Registry.Access;

/// <summary>The accounts of a demonstration, one a role; they exist only where the demo set is asked for.</summary>
public sealed class DemoAccounts(Accounts accounts)
{
    private static readonly (string Email, string Name, Role Role)[] All =
    [
        ("entrepreneur@demo.kz", "Данияр Предприниматель", Role.Entrepreneur),
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
}
