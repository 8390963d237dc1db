using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Import;

/// <summary>Gives a run to one process: a new one, or the one that a dead process left in the middle.</summary>
internal sealed class RunClaims(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    /// <summary>The run to go on with, or null while another process is at the same files.</summary>
    public async Task<ImportRun?> ClaimAsync(ImportRequest request, DateOnly asOf, CancellationToken cancel)
    {
        var fingerprint = await FingerprintAsync(request, asOf, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var standing = await db.ImportRuns.Where(r => r.Fingerprint == fingerprint && r.State == ImportState.Running).ToListAsync(cancel);
        var run = standing.OrderByDescending(r => r.HeartbeatAt).FirstOrDefault();
        if (run is not null && IsAlive(run))
            return null;
        if (run is null)
            db.ImportRuns.Add(run = NewRun(request, fingerprint, asOf));
        run.Host = Environment.MachineName;
        run.ProcessId = Environment.ProcessId;
        run.HeartbeatAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return run;
    }

    private ImportRun NewRun(ImportRequest request, string fingerprint, DateOnly asOf) => new()
    {
        Id = Guid.CreateVersion7(),
        Source = request.Source,
        Files = string.Join('\n', request.Files.Select(Path.GetFileName)),
        Fingerprint = fingerprint,
        AsOf = asOf,
        StartedAt = time.GetUtcNow(),
    };

    private bool IsAlive(ImportRun run) => WorkLife.IsAlive(run.Id, run.Host, run.ProcessId, run.HeartbeatAt, time.GetUtcNow());

    /// <summary>Marks a run as worked on in this process until the result is disposed.</summary>
    public static IDisposable Hold(ImportRun run) => WorkLife.Hold(run.Id);

    private static async Task<string> FingerprintAsync(ImportRequest request, DateOnly asOf, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{request.Source}|{asOf:yyyy-MM-dd}|{request.ShiftDays}|{request.ShiftYears}|{request.AcceptRemovals}")));
        var buffer = new byte[1 << 20];
        foreach (var file in request.Files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
            hash.AppendData("|file|"u8);
            int read;
            while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
                hash.AppendData(buffer, 0, read);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
