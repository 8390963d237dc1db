using System.CommandLine;
using Registry.Access;

namespace Registry.Cli;

/// <summary><c>registry user …</c> and <c>registry apikey …</c>: accounts and keys. A secret is printed once and never kept.</summary>
internal static class AccessVerbs
{
    private static readonly Argument<string> Email = new("email") { Description = "Address to sign in with." };

    private static readonly Option<Role[]> Roles = new("--role")
    {
        Description = "Roles: " + string.Join(", ", Enum.GetNames<Role>().Skip(1)) + ".",
        HelpName = "ROLE",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Name = new("--name") { Description = "Name for colleagues." };
    private static readonly Option<bool> SecondFactor = new("--second-factor") { Description = "Takes the second factor off too." };
    private static readonly Argument<string> KeyName = new("name") { Description = "What the key is for." };
    private static readonly Option<Role> KeyRole = new("--role") { Description = "Role of the key.", HelpName = "ROLE", Required = true };
    private static readonly Argument<Guid> KeyId = new("id") { Description = "Id of the key, see apikey list." };

    /// <summary><c>user add | reset | lock | unlock | list</c>.</summary>
    public static Command Users(SessionFactory sessions) => new("user", "Accounts.")
    {
        Verb("add", "Makes an account with a random password that must be changed.", sessions, (session, parsed, cancel) => ChangeAsync(
            session, session.Get<Accounts>().AddAsync(
                Actor.System, new NewAccount(parsed.GetRequiredValue(Email), parsed.GetValue(Name), parsed.GetRequiredValue(Roles)), cancel)),
            Email, Roles, Name),
        Verb("reset", "Gives an account a random password that must be changed.", sessions, (session, parsed, cancel) => OnAccountAsync(
            session, parsed, (accounts, id) => accounts.ResetAsync(Actor.System, id, parsed.GetValue(SecondFactor), cancel), cancel), Email, SecondFactor),
        Verb("lock", "Closes an account.", sessions, (session, parsed, cancel) => OnAccountAsync(
            session, parsed, (accounts, id) => accounts.SetLockAsync(Actor.System, id, locked: true, cancel), cancel), Email),
        Verb("unlock", "Opens an account again.", sessions, (session, parsed, cancel) => OnAccountAsync(
            session, parsed, (accounts, id) => accounts.SetLockAsync(Actor.System, id, locked: false, cancel), cancel), Email),
        Verb("list", "Lists the accounts.", sessions, async (session, _, cancel) =>
        {
            var users = await session.Get<Accounts>().ListAsync(Actor.System, cancel) ?? [];
            session.Output.Result(new { users }, text =>
            {
                foreach (var user in users)
                    text.WriteLine($"{user.Email}  {string.Join(' ', user.Roles)}{(user.LockedUntil is null ? "" : "  locked")}");
            });
            return ExitCode.Done;
        }),
    };

    /// <summary><c>apikey add | revoke | list</c>.</summary>
    public static Command Keys(SessionFactory sessions) => new("apikey", "API keys.")
    {
        Verb("add", "Makes a key and prints it, this once.", sessions, (session, parsed, cancel) => ChangeAsync(
            session, session.Get<ApiKeys>().AddAsync(Actor.System, parsed.GetRequiredValue(KeyName), parsed.GetValue(KeyRole), cancel), isKey: true),
            KeyName, KeyRole),
        Verb("revoke", "Refuses a key from now on.", sessions, (session, parsed, cancel) => ChangeAsync(
            session, session.Get<ApiKeys>().RevokeAsync(Actor.System, parsed.GetValue(KeyId), cancel), isKey: true), KeyId),
        Verb("list", "Lists the keys, without their secrets.", sessions, async (session, _, cancel) =>
        {
            var keys = await session.Get<ApiKeys>().ListAsync(Actor.System, cancel) ?? [];
            session.Output.Result(new { keys }, text =>
            {
                foreach (var key in keys)
                    text.WriteLine($"{key.Id}  {key.Role}  {key.Name}{(key.RevokedAt is null ? "" : "  revoked")}");
            });
            return ExitCode.Done;
        }),
    };

    private static Command Verb(
        string name, string description, SessionFactory sessions,
        Func<Session, ParseResult, CancellationToken, Task<int>> run, params Symbol[] inputs)
    {
        var command = new Command(name, description);
        foreach (var argument in inputs.OfType<Argument>())
            command.Add(argument);
        foreach (var option in inputs.OfType<Option>())
            command.Add(option);
        command.SetAction((parsed, cancel) => sessions.RunAsync(parsed, session => run(session, parsed, cancel), cancel));
        return command;
    }

    private static async Task<int> OnAccountAsync(
        Session session, ParseResult parsed, Func<Accounts, Guid, Task<AccountChange>> change, CancellationToken cancel)
    {
        var accounts = session.Get<Accounts>();
        return await accounts.FindAsync(Actor.System, parsed.GetRequiredValue(Email), cancel) is { } account
            ? await ChangeAsync(session, change(accounts, account.Id))
            : session.Output.Fail(ExitCode.WrongUse, "unknownUser", "There is no account with this address.");
    }

    private static async Task<int> ChangeAsync(Session session, Task<AccountChange> change, bool isKey = false)
    {
        switch (await change)
        {
            case AccountChange.Done done:
                object result = isKey ? new { key = done.Secret, id = done.Id } : new { id = done.Id, password = done.Secret };
                session.Output.Result(result, text => text.WriteLine(done.Secret ?? "Done."));
                return ExitCode.Done;
            case AccountChange.Wrong wrong:
                return session.Output.Fail(ExitCode.WrongUse, "wrongUse", $"{wrong.Field}: {wrong.Reason}");
            default:
                return session.Output.Fail(ExitCode.WrongUse, "unknown", "There is no such account or key, or it was changed meanwhile.");
        }
    }
}
