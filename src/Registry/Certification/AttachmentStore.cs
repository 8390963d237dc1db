using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Setup;

namespace Registry.Certification;

/// <summary>
/// Keeps files with certificates and applications: bounded, of a type that their content proves, looked through by the scanner,
/// in the data folder under names of our own.
/// </summary>
public sealed class AttachmentStore(
    IDbContextFactory<RegistryDbContext> contexts, RegistrySettings settings, IVirusScanner scanner, AuditTrail trail, TimeProvider time)
{
    /// <summary>Bytes of a file at most: a scan of a certificate with its annexes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Files of one subject at most.</summary>
    public const int MostFiles = 50;
    private const int LongestName = 150;

    /// <summary>Keeps a file.</summary>
    /// <param name="subject"><c>certificate:</c> and a number, or <c>application:</c> and an id.</param>
    public async Task<DeskOutcome> AddAsync(Actor actor, string subject, string name, Stream content, CancellationToken cancel)
    {
        if (actor.Require(Permission.EditCertificates) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (await ReadAsync(content, cancel) is not { } bytes)
            return DeskOutcome.Wrong("file", "tooLarge");
        if (FileKinds.Of(bytes) is not { } type)
            return DeskOutcome.Wrong("file", "notAllowed");
        try
        {
            if (!await scanner.IsCleanAsync(bytes, cancel))
                return DeskOutcome.Wrong("file", "infected");
        }
        catch (IOException)
        {
            return DeskOutcome.Wrong("file", "notScanned");
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await IsThereAsync(db, subject, cancel))
            return new DeskOutcome.NotFound();
        if (await db.Attachments.CountAsync(a => a.Subject == subject, cancel) >= MostFiles)
            return DeskOutcome.Wrong("file", "tooMany");
        var now = time.GetUtcNow();
        var attachment = new Attachment
        {
            Id = Guid.CreateVersion7(now),
            Subject = subject,
            Name = FileKinds.SafeName(name, LongestName),
            ContentType = type,
            Bytes = bytes.Length,
            Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            UploadedBy = actor.Id,
            UploadedAt = now,
        };
        Directory.CreateDirectory(settings.UploadDirectory);
        await File.WriteAllBytesAsync(PathOf(attachment.Id), bytes, cancel);
        db.Attachments.Add(attachment);
        trail.Add(db, actor, new AuditNote("attachment.added", subject) { After = new { attachment.Id, attachment.ContentType, attachment.Bytes, attachment.Hash } });
        await db.SaveChangesAsync(cancel);
        return new DeskOutcome.Done(attachment.Id.ToString());
    }

    /// <summary>Files of a subject, oldest first; none for those who may not read them.</summary>
    public async Task<IReadOnlyList<Attachment>> ListAsync(Actor actor, string subject, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadCertification))
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. (await db.Attachments.AsNoTracking().Where(a => a.Subject == subject).ToListAsync(cancel)).OrderBy(a => a.Id)];
    }

    /// <summary>A file and its content, or null; the look is traced.</summary>
    public async Task<(Attachment Attachment, byte[] Content)?> OpenAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadCertification))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } attachment || !File.Exists(PathOf(id)))
            return null;
        var content = await File.ReadAllBytesAsync(PathOf(id), cancel);
        await trail.WriteAsync(actor, new AuditNote("attachment.read", attachment.Subject) { After = new { attachment.Id } }, cancel);
        return (attachment, content);
    }

    private string PathOf(Guid id) => Path.Combine(settings.UploadDirectory, id.ToString("N"));

    private static async Task<bool> IsThereAsync(RegistryDbContext db, string subject, CancellationToken cancel)
    {
        var (kind, key) = subject.Split(':', 2) is [var first, var second] ? (first, second) : ("", "");
        return kind switch
        {
            "certificate" => await db.Certificates.AnyAsync(c => c.Number == key, cancel),
            "application" => Guid.TryParse(key, out var id) && await db.LabelApplications.AnyAsync(a => a.Id == id, cancel),
            _ => false,
        };
    }

    /// <summary>The content, or null where it is larger than allowed or empty.</summary>
    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            if (memory.Length + read > LargestFile)
                return null;
            memory.Write(buffer, 0, read);
        }
        return memory.Length == 0 ? null : memory.ToArray();
    }
}

/// <summary>Types of files by their first bytes; the name of a file proves nothing.</summary>
public static class FileKinds
{
    private static readonly (byte[] Start, string Type)[] Known =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    ];

    /// <summary>The type that the content proves, or null for one that is not kept.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (start, type) in Known)
        {
            if (content.StartsWith(start))
                return type;
        }
        return null;
    }

    /// <summary>A name to show: without folders and control characters, at most so long.</summary>
    public static string SafeName(string name, int longest)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or ':' or '|' or '?' or '*'))).Trim(' ', '.');
        return clean.Length == 0 ? "file" : clean.Length > longest ? clean[^longest..] : clean;
    }
}
