using System.Globalization;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// The folder of the search index: one sub-folder per built index and a file that names the one in use.
/// The file is replaced in one step, so that a crash leaves either the old index or the new one.
/// </summary>
internal sealed class IndexFolder
{
    private const string Pointer = "current";
    private const string Prefix = "index-";
    private readonly string root;

    public IndexFolder(string root)
    {
        this.root = root;
        Directory.CreateDirectory(root);
    }

    /// <summary>The index in use, or null where none was ever finished.</summary>
    public string? Current()
    {
        var file = Path.Combine(root, Pointer);
        if (!File.Exists(file))
            return null;
        var name = File.ReadAllText(file).Trim();
        var path = Path.Combine(root, name);
        return name.StartsWith(Prefix, StringComparison.Ordinal) && Directory.Exists(path) ? path : null;
    }

    /// <summary>A folder that no index has used.</summary>
    public string Next()
    {
        var last = Directory.EnumerateDirectories(root, Prefix + "*")
            .Select(d => int.TryParse(Path.GetFileName(d).AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty(0).Max();
        var path = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{last + 1}"));
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Names <paramref name="path"/> as the index in use.</summary>
    public void Use(string path)
    {
        var aside = Path.Combine(root, Pointer + ".new");
        using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            stream.Flush(flushToDisk: true);
        }
        File.Move(aside, Path.Combine(root, Pointer), overwrite: true);
    }

    /// <summary>Deletes what an interrupted rebuild or a former index left.</summary>
    public void DeleteAllBut(params ReadOnlySpan<string> kept)
    {
        foreach (var directory in Directory.EnumerateDirectories(root, Prefix + "*"))
        {
            if (kept.Contains(directory))
                continue;
            try
            {
                Directory.Delete(directory, recursive: true);
            }
            catch (IOException)
            {
                // A file still mapped by a search of this moment (Windows): the next opening deletes it.
            }
        }
    }
}
