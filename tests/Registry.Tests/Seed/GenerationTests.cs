using System.Globalization;
using System.Text.Json;

using Registry.Seed;
using Registry.Seed.Entities;
using Registry.Sources;

using Xunit;

namespace Registry.Tests.Seed;

public sealed class GenerationTests(GenerationTests.DemoSet demo) : IClassFixture<GenerationTests.DemoSet>
{
    /// <summary>The demo set as the generator makes it now, made once for all tests here.</summary>
    public sealed class DemoSet : IDisposable
    {
        public GeneratedSet Made { get; } = new(GenerationOrder.Demo);

        internal World World { get; } = new(GenerationOrder.Demo.Seed, GenerationOrder.Demo.Companies, GenerationOrder.Demo.Today);

        public void Dispose() => Made.Dispose();
    }

    private const long MostBytes = 5_000_000;

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        using var again = new GeneratedSet(GenerationOrder.Demo);
        Assert.Equal(GeneratedSet.Hashes(demo.Made.Folder), GeneratedSet.Hashes(again.Folder));
    }

    [Fact]
    public void Another_seed_gives_other_files()
    {
        using var other = new GeneratedSet(GenerationOrder.Demo with { Seed = 1 });
        var (left, right) = (GeneratedSet.Hashes(demo.Made.Folder), GeneratedSet.Hashes(other.Folder));
        // The certification bodies are made by hand.
        Assert.All(left.Where(f => f.Key != Generation.ManifestName && !f.Key.StartsWith("certification-bodies", StringComparison.Ordinal)), f => Assert.NotEqual(f.Value, right.GetValueOrDefault(f.Key)));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("kk-KZ");
            using var kazakh = new GeneratedSet(GenerationOrder.Demo);
            Assert.Equal(GeneratedSet.Hashes(demo.Made.Folder), GeneratedSet.Hashes(kazakh.Folder));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_committed_demo_set_is_what_the_generator_makes_now() =>
        Assert.Equal(GeneratedSet.Hashes(demo.Made.Folder, partsOfWorkbooks: true), GeneratedSet.Hashes(GeneratedSet.DemoFolder(), partsOfWorkbooks: true));

    [Fact]
    public void The_committed_demo_set_stays_under_five_megabytes() =>
        Assert.InRange(new DirectoryInfo(GeneratedSet.DemoFolder()).EnumerateFiles().Sum(f => f.Length), 1, MostBytes);

    [Fact]
    public void The_manifest_lists_every_file_in_the_order_of_its_day()
    {
        var files = demo.Made.Manifest.Files;
        Assert.Equal(files.Select(f => f.AsOf).Order(), files.Select(f => f.AsOf));
        Assert.Equal(Directory.GetFiles(demo.Made.Folder).Length - 1, files.Count);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(demo.Made.Folder, Generation.ManifestName)));
        Assert.Equal("2026-11-23", json.RootElement.GetProperty("baseDay").GetString());
        Assert.Equal("stat-register", json.RootElement.GetProperty("files")[0].GetProperty("source").GetString());
    }

    [Fact]
    public void Every_sources_last_delivery_is_fresh_on_the_base_day()
    {
        var last = demo.Made.Manifest.Files.GroupBy(f => f.Source, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(f => f.AsOf), StringComparer.Ordinal);
        Assert.Equal(30, last.Count);
        var calendar = new SourceCalendar(SyntheticCompanies.BaseDay, last);
        Assert.All(last.Keys, source => Assert.True(calendar.IsFresh(source), source));
    }

    [Fact]
    public void Statements_balance()
    {
        var rows = demo.Made.Rows("financials").ToList();
        Assert.True(rows.Count > 1500);
        foreach (var row in rows)
        {
            double Of(string line) => GeneratedSet.Number(row[line]);
            Assert.Equal(Of("totalAssets"), Of("totalLiabilities") + Of("equity"));
            Assert.Equal(Of("totalLiabilities"), Of("currentLiabilities") + Of("longTermLiabilities"));
            Assert.Equal(Of("grossProfit"), Of("revenue") - Of("costOfSales"));
            Assert.Equal(Of("operatingProfit"), Of("grossProfit") - Of("sellingAdmin"));
            Assert.True(Of("currentAssets") + Of("fixedAssets") <= Of("totalAssets"));
            Assert.True(Of("cash") + Of("receivables") + Of("inventory") <= Of("currentAssets"));
            Assert.True(Of("longTermLiabilities") >= 0 && Of("revenue") > 0);
        }
    }

    [Fact]
    public void No_list_loses_more_than_a_fifth_between_two_deliveries()
    {
        foreach (var list in Listing.Lists)
        {
            var days = demo.Made.Manifest.Files.Where(f => f.Source == list).Select(f => f.AsOf).ToList();
            var entries = demo.World.Entities().Select(e => (e.RegisteredOn, Listing: Listing.Of(demo.World, e, list))).Where(e => e.Listing is not null).ToList();
            foreach (var (before, after) in days.Zip(days.Skip(1)))
            {
                var stood = entries.Where(e => e.RegisteredOn <= before && e.Listing!.StandsOn(before)).ToList();
                Assert.True(stood.Count(e => !e.Listing!.StandsOn(after)) * 5 <= stood.Count, $"{list} {after}");
            }
            Assert.True(entries.Count(e => e.Listing!.StandsOn(days[^1])) > 5, list);
        }
    }

    [Fact]
    public void Failing_entities_have_clearly_worse_arrears_ratios_and_delays()
    {
        var health = demo.World.Entities().ToDictionary(e => e.Number, e => e.Health.Core, StringComparer.Ordinal);
        var (failing, healthy) = Split(demo.Made.Rows("kgd-arrears"), "bin", health, r => GeneratedSet.Number(r["total"]) > 0 ? 1 : 0);
        Assert.True(failing > 0.6 && healthy < 0.2, $"arrears {failing} {healthy}");
        (failing, healthy) = Split(demo.Made.Rows("financials"), "bin", health, r => GeneratedSet.Number(r["equity"]) / GeneratedSet.Number(r["totalAssets"]));
        Assert.True(failing < healthy - 0.3, $"equity {failing} {healthy}");
        (failing, healthy) = Split(demo.Made.Rows("payment-experiences").Where(r => r["paidOn"].Length > 0), "debtorBin", health, DaysBeyondTerms);
        Assert.True(failing > healthy + 40, $"delay {failing} {healthy}");
    }

    private static double DaysBeyondTerms(Dictionary<string, string> row) =>
        DateOnly.Parse(row["paidOn"], CultureInfo.InvariantCulture).DayNumber - DateOnly.Parse(row["dueOn"], CultureInfo.InvariantCulture).DayNumber;

    private static (double Failing, double Healthy) Split(
        IEnumerable<Dictionary<string, string>> rows, string key, Dictionary<string, double> health, Func<Dictionary<string, string>, double> value)
    {
        var all = rows.Select(r => (Health: health[r[key]], Value: value(r))).ToList();
        return (all.Where(r => r.Health < Health.Failing).Average(r => r.Value), all.Where(r => r.Health > 0.5).Average(r => r.Value));
    }
}
