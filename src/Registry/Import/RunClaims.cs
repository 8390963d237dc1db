using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;

namespace Registry.Import;

/// <summary>Gives a run to one process: a new one, or the one that a dead process left in the middle.</summary>
internal sealed class RunClaims(IDbContextFactory<RegistryDbContext> contexts, AuditTrail trail, TimeProvider time)
{
    /// <summary>The run to go on with, or null while another process is at the same files.</summary>
    public async Task<ImportRun?> ClaimAsync(Actor actor, ImportRequest request, DateOnly asOf, CancellationToken cancel)
    {
        var files = new List<ImportedFile>();
        foreach (var file in request.Files)
            files.Add(await HashedAsync(file, cancel));
        var fingerprint = Fingerprint(request, asOf, files);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var standing = await db.ImportRuns.Where(r => r.Fingerprint == fingerprint && r.State == ImportState.Running).ToListAsync(cancel);
        var run = standing.OrderByDescending(r => r.HeartbeatAt).FirstOrDefault();
        if (run is not null && IsAlive(run))
            return null;
        var again = run is not null;
        if (run is null)
            db.ImportRuns.Add(run = NewRun(actor, request, fingerprint, asOf));
        run.Host = Environment.MachineName;
        run.ProcessId = Environment.ProcessId;
        run.HeartbeatAt = time.GetUtcNow();
        new ImportTrace(trail, actor).Began(db, run, files, again);
        await db.SaveChangesAsync(cancel);
        return run;
    }

    private ImportRun NewRun(Actor actor, ImportRequest request, string fingerprint, DateOnly asOf) => new()
    {
        Id = Guid.CreateVersion7(),
        Source = request.Source,
        Files = string.Join('\n', request.Files.Select(Path.GetFileName)),
        StartedBy = actor.Id,
        Fingerprint = fingerprint,
        AsOf = asOf,
        StartedAt = time.GetUtcNow(),
    };

    private bool IsAlive(ImportRun run) => WorkLife.IsAlive(run.Id, run.Host, run.ProcessId, run.HeartbeatAt, time.GetUtcNow());

    /// <summary>Marks a run as worked on in this process until the result is disposed.</summary>
    public static IDisposable Hold(ImportRun run) => WorkLife.Hold(run.Id);

    private static string Fingerprint(ImportRequest request, DateOnly asOf, IReadOnlyList<ImportedFile> files)
    {
        var options = FormattableString.Invariant($"{request.Source}|{asOf:yyyy-MM-dd}|{request.ShiftDays}|{request.ShiftYears}|{request.AcceptRemovals}");
        var text = string.Join('|', files.Select(f => f.Sha256).Prepend(options));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static async Task<ImportedFile> HashedAsync(string file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
            hash.AppendData(buffer, 0, read);
        return new(Path.GetFileName(file), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
