using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Sources;

namespace Registry.Import;

/// <summary>
/// Imports files of a source: streams the rows, learns their facts chunk by chunk, each chunk in one transaction together with the
/// run's counts. A run whose process was killed goes on after its last committed chunk; the end state is that of an undisturbed run.
/// The trace tells who began it with which files, and how it ended; the facts carry their source and day themselves.
/// </summary>
public sealed class ImportRunner
{
    private readonly IDbContextFactory<RegistryDbContext> contexts;
    private readonly FactWriter writer;
    private readonly BusinessClock clock;
    private readonly TimeProvider time;
    private readonly AuditTrail trail;
    private readonly RunClaims claims;

    /// <summary>Over this share of a list, taking off needs <see cref="ImportRequest.AcceptRemovals"/>: half a download looks like a mass pardon.</summary>
    private const int LargestRemovalShare = 5;

    internal ImportRunner(
        IDbContextFactory<RegistryDbContext> contexts, FactWriter writer, AuditTrail trail, BusinessClock clock, TimeProvider time)
    {
        this.trail = trail;
        this.contexts = contexts;
        this.writer = writer;
        this.clock = clock;
        this.time = time;
        claims = new RunClaims(contexts, trail, time);
    }

    /// <summary>Runs an import to its end. Expected failures come as <see cref="ImportOutcome.Failure"/>; the database's own as exceptions.</summary>
    /// <param name="actor">Who imports; the command line is <see cref="Actor.System"/>.</param>
    public async Task<ImportOutcome> RunAsync(Actor actor, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        if (SourceCatalog.Find(request.Source) is not { } source)
            return Failed("unknownSource", request.Source);
        if (request.Files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
            return Failed("unreadable", missing);
        try
        {
            return await RunAsync(actor, source, request, progress, cancel);
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

    private async Task<ImportOutcome> RunAsync(
        Actor actor, Source source, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var asOf = request.AsOf ?? clock.Today;
        var options = new ReadOptions(clock.Today, request.ShiftDays, request.ShiftYears);
        var list = await SnapshotPlan.MakeAsync(contexts, writer, source, request, options, cancel);
        if (list is { Removed: var removed, Standing: var standing } && removed * LargestRemovalShare > standing && !request.AcceptRemovals)
            return Failed("tooManyRemovals", FormattableString.Invariant($"{removed} of {standing}"));
        if (request.DryRun)
            return await new ChunkWriter(contexts, writer, new(trail, actor), time, null, asOf, list).WriteAllAsync(source, request, options, progress, cancel);
        var run = await claims.ClaimAsync(actor, request, asOf, cancel);
        if (run is null)
            return Failed("alreadyRunning", request.Source);
        using var held = RunClaims.Hold(run);
        try
        {
            return await new ChunkWriter(contexts, writer, new(trail, actor), time, run, asOf, list).WriteAllAsync(source, request, options, progress, cancel);
        }
        catch (SourceFileException error)
        {
            await FailAsync(actor, run, error, CancellationToken.None);
            throw;
        }
    }

    private async Task FailAsync(Actor actor, ImportRun run, SourceFileException error, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.ImportRuns.Where(r => r.Id == run.Id).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, ImportState.Failed).SetProperty(r => r.Error, error.Message).SetProperty(r => r.EndedAt, time.GetUtcNow()), cancel);
        new ImportTrace(trail, actor).Failed(db, run, error.Reason);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static ImportOutcome Failed(string reason, string detail) => new() { Failure = new(reason, detail) };
}
