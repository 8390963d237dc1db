using System.CommandLine;
using System.Globalization;
using Registry.Search;

namespace Registry.Cli;

/// <summary><c>registry search TEXT</c>: finds companies.</summary>
internal static class SearchVerb
{
    private const int MostHits = 100;
    private const int UsualHits = 10;
    private static readonly Argument<string> Text = new("text") { Description = "Name in any script, BIN or register number." };

    private static readonly Option<int> Top = new("--top")
    {
        Description = $"Hits to show, 1-{MostHits}.",
        HelpName = "N",
        DefaultValueFactory = _ => UsualHits,
    };

    static SearchVerb() => Top.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 1 or > MostHits)
            result.AddError($"--top must be from 1 to {MostHits}.");
    });

    public static Command Command(SessionFactory sessions)
    {
        var command = new Command("search", "Finds companies.") { Text, Top };
        command.SetAction((parsed, cancel) => sessions.RunAsync(
            parsed, session => RunAsync(session, parsed.GetRequiredValue(Text), parsed.GetValue(Top), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string text, int top, CancellationToken cancel)
    {
        if (IndexCatchUp.TryOpen(session) is { } worker)
            await IndexCatchUp.DrainAsync(session, worker, cancel);
        var page = await session.Get<CompanyFinder>().FindAsync(new CompanyQuery { Text = text, Limit = top }, cancel);
        session.Output.Result(new { page.Total, page.Next, page.Items, page.TookMs, page.Near, page.Degraded }, writer =>
        {
            foreach (var hit in page.Items)
                writer.WriteLine($"{hit.Bin}  {hit.NameRu ?? hit.NameKk ?? hit.NameEn}  {hit.Status}{Why(hit.Matched)}");
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Items.Count} of {page.Total:N0}"));
        });
        return ExitCode.Done;
    }

    private static string Why(Matched? matched) => matched is null ? "" : $"  [{matched.Field}: {matched.Kind}, {matched.Text}]";
}
