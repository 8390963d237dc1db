using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using Registry.Seed.Entities;
using Registry.Seed.Registers;

namespace Registry.Seed;

/// <summary>What to generate.</summary>
/// <param name="Companies">Number of entities.</param>
/// <param name="Seed">Same seed, same bytes.</param>
/// <param name="Today">The day from which the world is seen.</param>
/// <param name="History">Two years of deliveries instead of one per source; the register of statistics as a workbook.</param>
/// <param name="Sources">Only these sources; empty: all.</param>
internal sealed record GenerationOrder(long Companies, ulong Seed, DateOnly Today, bool History, IReadOnlyCollection<string> Sources)
{
    /// <summary>The committed demo set.</summary>
    public static GenerationOrder Demo { get; } = new(2000, 2026, SyntheticCompanies.BaseDay, History: true, []);
}

/// <summary>A file of the set.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Files">File names, relative to the manifest.</param>
/// <param name="AsOf">Day on which the register learned it.</param>
internal sealed record ManifestEntry(string Source, string[] Files, DateOnly AsOf);

/// <summary>The files of a set in the order in which they are to be imported.</summary>
/// <param name="BaseDay">The day from which the set is seen.</param>
/// <param name="Files">In load order.</param>
internal sealed record Manifest(DateOnly BaseDay, IReadOnlyList<ManifestEntry> Files);

/// <summary>Makes every entity once and lets all files write what they say of it.</summary>
internal static class Generation
{
    public const string ManifestName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Manifest Run(GenerationOrder order, string directory, Action<long>? progress = null)
    {
        Directory.CreateDirectory(directory);
        var world = new World(order.Seed, order.Companies, order.Today);
        var waves = Plan.Of(order.Today, order.History).Where(w => order.Sources.Count == 0 || order.Sources.Contains(w.Source)).ToList();
        var entries = waves.ConvertAll(w => new ManifestEntry(w.Source, [FileName(w, order.History)], w.AsOf));
        var files = new List<RegisterFile>();
        try
        {
            for (var i = 0; i < waves.Count; i++)
                files.Add(RegisterFiles.Open(world, waves[i], Path.Combine(directory, entries[i].Files[0])));
            Fill(files, world, progress);
        }
        finally
        {
            files.ForEach(f => f.Dispose());
        }
        var manifest = new Manifest(order.Today, WithoutEmpty(files, entries, directory));
        File.WriteAllText(Path.Combine(directory, ManifestName), JsonSerializer.Serialize(manifest, Json) + "\n");
        return manifest;
    }

    private static List<ManifestEntry> WithoutEmpty(List<RegisterFile> files, List<ManifestEntry> entries, string directory)
    {
        var kept = new List<ManifestEntry>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (files[i].IsEmpty && !Listing.Lists.Contains(entries[i].Source, StringComparer.Ordinal))
                File.Delete(Path.Combine(directory, entries[i].Files[0]));
            else
                kept.Add(entries[i]);
        }
        return kept;
    }

    private static void Fill(List<RegisterFile> files, World world, Action<long>? progress)
    {
        const int Report = 10_000;
        foreach (var entity in world.Entities())
        {
            foreach (var file in files)
                file.Add(entity);
            if ((entity.Index + 1) % Report == 0)
                progress?.Invoke(entity.Index + 1);
        }
    }

    private static string FileName(Wave wave, bool history) =>
        string.Create(CultureInfo.InvariantCulture, $"{wave.Source}-{wave.AsOf:yyyyMMdd}.{RegisterFiles.Extension(wave.Source, history)}");
}
