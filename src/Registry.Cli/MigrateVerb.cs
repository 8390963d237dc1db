using System.CommandLine;

namespace Registry.Cli;

/// <summary><c>registry migrate</c>: brings the database to the present model.</summary>
internal static class MigrateVerb
{
    public static Command Command(SessionFactory sessions)
    {
        var command = new Command("migrate", "Brings the database to the present model.");
        command.SetAction((parsed, cancel) => sessions.RunAsync(parsed, Done, cancel));
        return command;
    }

    /// <summary>A session opens on a migrated database, so that nothing is left to do.</summary>
    private static Task<int> Done(Session session)
    {
        session.Output.Result(new { migrated = true }, text => text.WriteLine("The database is up to date."));
        return Task.FromResult(ExitCode.Done);
    }
}
