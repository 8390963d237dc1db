using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Sources;

namespace Registry.Import;

/// <summary>
/// Imports files of a source: streams the rows, learns their facts chunk by chunk, each chunk in one transaction together with the
/// run's counts. A run whose process was killed goes on after its last committed chunk; the end state is that of an undisturbed run.
/// </summary>
public sealed class ImportRunner
{
    private readonly IDbContextFactory<RegistryDbContext> contexts;
    private readonly FactWriter writer;
    private readonly BusinessClock clock;
    private readonly TimeProvider time;
    private readonly RunClaims claims;

    /// <summary>Over this share of a list, taking off needs <see cref="ImportRequest.AcceptRemovals"/>: half a download looks like a mass pardon.</summary>
    private const int LargestRemovalShare = 5;

    internal ImportRunner(IDbContextFactory<RegistryDbContext> contexts, FactWriter writer, BusinessClock clock, TimeProvider time)
    {
        this.contexts = contexts;
        this.writer = writer;
        this.clock = clock;
        this.time = time;
        claims = new RunClaims(contexts, time);
    }

    /// <summary>Runs an import to its end. Expected failures come as <see cref="ImportOutcome.Failure"/>; the database's own as exceptions.</summary>
    public async Task<ImportOutcome> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        if (SourceCatalog.Find(request.Source) is not { } source)
            return Failed("unknownSource", request.Source);
        if (request.Files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
            return Failed("unreadable", missing);
        try
        {
            return await RunAsync(source, request, progress, cancel);
        }
        catch (SourceFileException error)
        {
            return Failed(error.Reason, error.Detail);
        }
        catch (IOException error)
        {
            return Failed("unreadable", error.Message);
        }
        catch (UnauthorizedAccessException error)
        {
            return Failed("unreadable", error.Message);
        }
    }

    private async Task<ImportOutcome> RunAsync(Source source, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var asOf = request.AsOf ?? clock.Today;
        var options = new ReadOptions(clock.Today, request.ShiftDays, request.ShiftYears);
        var list = await SnapshotPlan.MakeAsync(contexts, writer, source, request, options, cancel);
        if (list is { Removed: var removed, Standing: var standing } && removed * LargestRemovalShare > standing && !request.AcceptRemovals)
            return Failed("tooManyRemovals", FormattableString.Invariant($"{removed} of {standing}"));
        if (request.DryRun)
            return await new ChunkWriter(contexts, writer, time, null, asOf, list).WriteAllAsync(source, request, options, progress, cancel);
        var run = await claims.ClaimAsync(request, asOf, cancel);
        if (run is null)
            return Failed("alreadyRunning", request.Source);
        using var held = RunClaims.Hold(run);
        try
        {
            return await new ChunkWriter(contexts, writer, time, run, asOf, list).WriteAllAsync(source, request, options, progress, cancel);
        }
        catch (SourceFileException error)
        {
            await EndAsync(run, error.Message, CancellationToken.None);
            throw;
        }
    }

    private async Task EndAsync(ImportRun run, string error, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.ImportRuns.Where(r => r.Id == run.Id).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, ImportState.Failed).SetProperty(r => r.Error, error).SetProperty(r => r.EndedAt, time.GetUtcNow()), cancel);
    }

    private static ImportOutcome Failed(string reason, string detail) => new() { Failure = new(reason, detail) };
}
