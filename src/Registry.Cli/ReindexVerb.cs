using System.CommandLine;
using System.Globalization;
using Registry.Data;
using Registry.Search;

namespace Registry.Cli;

/// <summary><c>registry reindex</c>: builds the search index anew aside and switches to it.</summary>
internal static class ReindexVerb
{
    public static Command Command(SessionFactory sessions)
    {
        var command = new Command("reindex", "Builds the search index anew aside and switches to it.");
        command.SetAction((parsed, cancel) => sessions.RunAsync(parsed, session => RunAsync(session, cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Session session, CancellationToken cancel)
    {
        if (IndexCatchUp.TryOpen(session) is not { } worker)
            return await AskHostAsync(session, cancel);
        await worker.RebuildAsync(cancel);
        await worker.DrainAsync(cancel);
        var indexed = await session.Get<ICompanySearch>().CountAsync(cancel);
        session.Output.Result(new { indexed }, text => text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{indexed:N0} companies indexed")));
        return ExitCode.Done;
    }

    /// <summary>Every company goes into the queue of the host that holds the index.</summary>
    private static async Task<int> AskHostAsync(Session session, CancellationToken cancel)
    {
        var queued = await session.Get<IndexQueue>().AddAllAsync(cancel);
        session.Output.Result(new { queued }, text => text.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{queued:N0} companies queued; the host that runs on this data directory indexes them")));
        return ExitCode.Done;
    }
}
