using Lucene.Net.Store;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// The files of an index, read through memory mappings. Lucene's own directory of mappings notes every copy of an input in a table
/// of weak references, and a search makes hundreds of copies: the collector, which has to walk that table, took more time than the
/// searches. Here a copy is an object with a place and nothing else.
/// </summary>
internal sealed class MappedDirectory(string path) : FSDirectory(new DirectoryInfo(path))
{
    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = Map(name);
        return new MappedInput(name, file, 0, file.Length, owns: true);
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(name, Map(name));
    }

    private MappedFile Map(string name) => new(Path.Combine(Directory.FullName, name));

    /// <summary>Parts of a compound file; they live as long as the file is open.</summary>
    private sealed class Slicer(string name, MappedFile file) : IndexInputSlicer
    {
        /// <inheritdoc/>
        /// <exception cref="EndOfStreamException">The part does not lie in the file: the file was cut.</exception>
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) =>
            offset < 0 || length < 0 || offset > file.Length - length
                ? throw new EndOfStreamException($"{name} has no {length} bytes for {sliceDescription} at {offset}.")
                : new MappedInput($"{name} [{sliceDescription}]", file, offset, length, owns: false);

        [Obsolete("Only for reading the compound files of Lucene 3.")]
        public override IndexInput OpenFullSlice() => OpenSlice("whole", 0, file.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
        }
    }
}
