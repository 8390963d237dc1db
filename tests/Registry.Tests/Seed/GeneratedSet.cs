using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

using Registry.Seed;

using Sylvan.Data.Csv;

namespace Registry.Tests.Seed;

/// <summary>A set generated into a folder of its own, removed afterwards.</summary>
public sealed class GeneratedSet : IDisposable
{
    internal GeneratedSet(GenerationOrder order)
    {
        Folder = Path.Combine(Path.GetTempPath(), "registry-seed-" + Guid.NewGuid().ToString("N"));
        Manifest = Generation.Run(order, Folder);
    }

    public string Folder { get; }

    internal Manifest Manifest { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Rows of all CSV deliveries of a source, by column name.</summary>
    public IEnumerable<Dictionary<string, string>> Rows(string source)
    {
        foreach (var entry in Manifest.Files.Where(f => f.Source == source))
        {
            using var reader = CsvDataReader.Create(Path.Combine(Folder, entry.Files[0]), new CsvDataReaderOptions { BufferSize = 1 << 18 });
            while (reader.Read())
                yield return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString, StringComparer.Ordinal);
        }
    }

    /// <summary>Hash per file; of a workbook the parts are hashed, since compression may differ between runtimes.</summary>
    public static SortedDictionary<string, string> Hashes(string folder, bool partsOfWorkbooks = false)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            using var file = File.OpenRead(path);
            if (!partsOfWorkbooks || Path.GetExtension(path) != ".xlsx")
            {
                hashes[Path.GetFileName(path)] = Convert.ToHexString(SHA256.HashData(file));
                continue;
            }
            using var archive = new ZipArchive(file);
            foreach (var part in archive.Entries)
            {
                using var content = part.Open();
                hashes[$"{Path.GetFileName(path)}/{part.FullName}"] = Convert.ToHexString(SHA256.HashData(content));
            }
        }
        return hashes;
    }

    /// <summary>The committed demo set.</summary>
    public static string DemoFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Registry.sln")))
            folder = folder.Parent;
        return Path.Combine((folder ?? throw new DirectoryNotFoundException("No Registry.sln above the tests.")).FullName, "seed", "demo");
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
