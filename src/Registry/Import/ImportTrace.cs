using Registry.Access;
using Registry.Audit;
using Registry.Data;

namespace Registry.Import;

/// <summary>A file of a run.</summary>
/// <param name="Name">Its name, without its folder.</param>
/// <param name="Sha256">Hash of its content, 64 hexadecimal digits.</param>
public sealed record ImportedFile(string Name, string Sha256);

/// <summary>Lines of the trace about a run. Single rows get none: a fact names its source and its day.</summary>
internal sealed class ImportTrace(AuditTrail trail, Actor actor)
{
    /// <summary>The run begins, or goes on where a killed process left it. In what <paramref name="db"/> saves next, as all of these.</summary>
    public void Began(RegistryDbContext db, ImportRun run, IReadOnlyList<ImportedFile> files, bool again) =>
        trail.Add(db, actor, new AuditNote(again ? "import.resumed" : "import.begun", SubjectOf(run)) { After = new { run.Source, run.AsOf, files } });

    /// <summary>Everything is written.</summary>
    public void Done(RegistryDbContext db, ImportRun run, ImportOutcome counts) => trail.Add(db, actor, new AuditNote("import.done", SubjectOf(run))
    {
        After = new { run.Source, counts.Read, counts.Added, counts.Changed, counts.Unchanged, counts.Removed, counts.Rejected },
    });

    /// <summary>The files turned out to be unusable in the middle.</summary>
    public void Failed(RegistryDbContext db, ImportRun run, string reason) =>
        trail.Add(db, actor, new AuditNote("import.failed", SubjectOf(run)) { After = new { run.Source, reason } });

    private static string SubjectOf(ImportRun run) => $"import:{run.Id:D}";
}
