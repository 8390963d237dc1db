using System.CommandLine;
using System.CommandLine.Parsing;

namespace Registry.Cli;

/// <summary>The command <c>registry</c> with its verbs.</summary>
internal static class RegistryCommand
{
    /// <summary>Writes one line of JSON instead of text.</summary>
    public static readonly Option<bool> Json = new("--json") { Description = "One line of JSON on standard output.", Recursive = true };

    /// <summary>Folder of the register's files.</summary>
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "The data directory (Registry:DataDirectory).",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Runs a command line and returns its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter standard, TextWriter errors)
    {
        var parsed = Root(standard, errors).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var output = new Output(standard, errors, args.Contains(Json.Name, StringComparer.Ordinal));
            return output.Fail(ExitCode.WrongUse, "wrongUse", string.Join(" ", parsed.Errors.Select(e => e.Message)));
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = standard, Error = errors, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root(TextWriter standard, TextWriter errors)
    {
        var session = new SessionFactory(standard, errors);
        return new RootCommand("The Register of Business Partners of Kazakhstan.")
        {
            ImportVerb.Command(session),
            ScoreVerb.Command(session),
            ReindexVerb.Command(session),
            CheckVerb.Command(session),
            SearchVerb.Command(session),
            MigrateVerb.Command(session),
            AccessVerbs.Users(session),
            AccessVerbs.Keys(session),
            AuditVerb.Command(session),
            Json,
            Data,
        };
    }

    /// <summary>Accepts a day as <c>yyyy-MM-dd</c> only.</summary>
    public static DateOnly? ParseDay(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day))
            return day;
        result.AddError($"'{text}' is not a day such as 2026-06-01.");
        return null;
    }
}
