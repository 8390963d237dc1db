using Xunit;

namespace Registry.Tests.Architecture;

/// <summary>The directions in which namespaces may know each other.</summary>
public sealed class DirectionTests
{
    /// <summary>What talks to a database directly: the drivers and ADO.NET, of whose types a CSV reader too is a DbDataReader.</summary>
    private const string Sql = @"^(Microsoft\.Data\.Sqlite|Npgsql)\.|^System\.Data\.(?!Common\.DbDataReader$)";
    private const string Database = @"^(Microsoft\.EntityFrameworkCore|Registry\.Data)\.|" + Sql;
    private const string Clock = @"^System\.(TimeProvider|Diagnostics\.Stopwatch)$|^Microsoft\.Extensions\.Time\.";
    private const string Lucene = @"^Lucene\.Net\.";

    [Fact]
    public void The_register_knows_nothing_of_the_web() =>
        None(Dependencies.Find(by: @"^Registry\.(?!Web|Cli|Seed)", used: @"^(Microsoft\.AspNetCore\.(?!Identity\.)|MudBlazor|Registry\.(Web|Cli|Seed)\.)"));

    [Fact]
    public void Only_accounts_know_identity() =>
        None(Dependencies.Find(by: @"^Registry\.(?!Web|Cli|Seed|Access|Audit|Data|Setup)", used: @"^Microsoft\.AspNetCore\.Identity\."));

    [Fact]
    public void Host_command_line_and_seed_know_nothing_of_each_other()
    {
        None(Dependencies.Find(by: @"^Registry\.Web\.", used: @"^Registry\.(Cli|Seed)\."));
        None(Dependencies.Find(by: @"^Registry\.Cli\.", used: @"^Registry\.(Web|Seed)\."));
        None(Dependencies.Find(by: @"^Registry\.Seed\.", used: @"^Registry\.(Web|Cli)\."));
    }

    [Theory]
    [InlineData("Identifiers")]
    [InlineData("Names")]
    public void Identifiers_and_names_know_nothing_else(string folder) =>
        None(Dependencies.Find(by: $@"^Registry\.{folder}\.", used: $@"^Registry\.(?!{folder}\.)|" + Database));

    [Fact]
    public void Only_data_speaks_to_the_database_in_sql() =>
        None(Dependencies.Find(by: @"^Registry\.", used: Sql, except: @"^Registry\.Data\."));

    [Fact]
    public void Formulas_touch_neither_clock_nor_database()
    {
        const string Impure = Database + "|" + Clock;
        None(Dependencies.Find(by: @"^Registry\.Indices\.", used: Impure, except: @"^Registry\.Indices\.(ScoringContexts|ScoringRun|ScoredDay|Snapshots)\b"));
        None(Dependencies.Find(by: @"^Registry\.DueDiligence\.(\w+Checks|CheckCatalogue|CheckItems|StopFacts)\b", used: Impure));
    }

    [Fact]
    public void Only_the_lucene_engine_uses_lucene() =>
        None(Dependencies.Find(by: @"^Registry\.", used: Lucene, except: @"^Registry\.Search\.LuceneEngine\."));

    [Fact]
    public void No_page_touches_a_context() =>
        None(Dependencies.Find(by: @"^Registry\.Web\.", used: @"^Microsoft\.EntityFrameworkCore\.|DbContext", except: @"^Registry\.Web\.Setup\.|^Program$"));

    [Fact]
    public void Web_features_share_by_the_shared_folder_only()
    {
        string[] open = ["Shared", "Setup", "Components"];
        var features = Dependencies.Assemblies
            .SelectMany(a => a.GetTypes())
            .Select(t => t.Namespace?.Split('.') ?? [])
            .Where(n => n is ["Registry", "Web", _, ..] && !open.Contains(n[2]))
            .Select(n => n[2])
            .Distinct()
            .ToList();

        Assert.All(features, feature => None(Dependencies.Find(
            by: $@"^Registry\.Web\.{feature}\.", used: $@"^Registry\.Web\.(?!{feature}\.|{string.Join(@"\.|", open)}\.)")));
    }

    [Fact]
    public void The_rules_see_what_they_forbid()
    {
        Assert.NotEmpty(Dependencies.Find(by: @"^Registry\.Data\.", used: Sql));
        Assert.NotEmpty(Dependencies.Find(by: @"^Registry\.", used: Database));
        // Inside an asynchronous method, which the compiler moves into a type of its own.
        Assert.NotEmpty(Dependencies.Find(by: @"^Registry\.Data\.FactReader$", used: @"EntityFrameworkQueryableExtensions"));
    }

    private static void None(IReadOnlyList<string> uses) => Assert.True(uses.Count == 0, string.Join('\n', uses));
}
