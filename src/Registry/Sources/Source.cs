using Registry.Facts;
using Registry.Import;

namespace Registry.Sources;

/// <summary>
/// One imported register: its file format, its rows, its problems. A new source is one folder with one class like this
/// and a line in <see cref="SourceCatalog"/>.
/// </summary>
public abstract class Source
{
    /// <summary>Id on the command line, e.g. <c>kgd-pseudo</c>.</summary>
    public abstract string Id { get; }

    /// <summary>
    /// Opens a file: recognises its format, reads its header and its day. The rows stream; nothing but the header is held in memory.
    /// </summary>
    /// <exception cref="SourceFileException">The file as a whole cannot be used: not readable, not UTF-8, a required column missing, over a bound.</exception>
    public abstract SourceReading Open(string path, ReadOptions options);
}

/// <summary>A file being read.</summary>
public sealed record SourceReading : IDisposable
{
    /// <summary>
    /// Source that the facts carry: the <see cref="Source.Id"/>, or a part of it with its own evidence (<c>kgd-arrears-150</c>).
    /// </summary>
    public required string Source { get; init; }

    /// <summary>Day the data speak of: a list's own date; null where the file names none (then the day of the import).</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether the file is a whole list: what it lacks was taken off.</summary>
    public bool IsSnapshot { get; init; }

    /// <summary>The rows in the order of the file; a row gives facts or problems, never neither. Enumerated once.</summary>
    public required IEnumerable<ParsedRow> Rows { get; init; }

    /// <summary>Bytes read so far and in all, for progress; null where unknown.</summary>
    public Func<(long Done, long Total)>? Progress { get; init; }

    /// <summary>Closes the file.</summary>
    public Action? Close { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Close?.Invoke();
}

/// <summary>
/// A row read. In facts an IIN stands as <c>iin:</c> and twelve digits wherever a number of an entity or a person is expected;
/// the import run puts register numbers and person ids in their place before anything is written.
/// </summary>
/// <param name="Row">One-based row in the file, the header counted; rows of several sheets or files go on counting per file.</param>
public readonly record struct ParsedRow(long Row, IReadOnlyList<Fact> Facts, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>
    /// What a rejected row would have said: never learned, but whom it names is on the list all the same and was not taken off.
    /// </summary>
    public IReadOnlyList<Fact> Refused { get; init; } = [];
}

/// <summary>How to read a file.</summary>
/// <param name="Today">Business day of the import; bounds years and stands in for missing days.</param>
/// <param name="ShiftDays">Days added to every date read; 0 but for the demo set.</param>
/// <param name="ShiftYears">Years added to every year read; 0 but for the demo set.</param>
public sealed record ReadOptions(DateOnly Today, int ShiftDays = 0, int ShiftYears = 0);

/// <summary>The file as a whole cannot be imported.</summary>
/// <param name="reason">Machine-readable, e.g. <c>notUtf8</c>, <c>missingColumn</c>, <c>noRows</c>, <c>tooLarge</c>, <c>unreadable</c>.</param>
/// <param name="detail">What exactly: the column's name, the bound, the position.</param>
public sealed class SourceFileException(string reason, string detail) : Exception($"{reason}: {detail}")
{
    /// <summary>Machine-readable reason.</summary>
    public string Reason => reason;

    /// <summary>What exactly.</summary>
    public string Detail => detail;
}
