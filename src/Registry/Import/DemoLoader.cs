using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Registry.Access;
using Registry.Data;
using Registry.Indices;

namespace Registry.Import;

/// <summary>
/// Loads the demo set into an empty register at the first start, through the ordinary import, with its dates moved so that its base day
/// becomes the day of the loading. A load that was killed goes on where it stopped, with the same day.
/// </summary>
public sealed class DemoLoader(
    IDbContextFactory<RegistryDbContext> contexts, ImportRunner imports, ScoringRun scoring, BusinessClock clock, ILogger<DemoLoader> log)
{
    private const string DayKey = "demo.day";
    private const string LoadedKey = "demo.loaded";
    private const int HistoryMonths = 24;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Loads the set from a folder with a <c>manifest.json</c>, unless it is loaded or the register holds something else.</summary>
    /// <returns>Whether it loaded anything.</returns>
    public async Task<bool> LoadAsync(string folder, CancellationToken cancel)
    {
        if (await DayAsync(cancel) is not { } day)
            return false;
        await using var stream = File.OpenRead(Path.Combine(folder, "manifest.json"));
        var manifest = await JsonSerializer.DeserializeAsync<Manifest>(stream, Json, cancel)
            ?? throw new InvalidDataException("The demo set has an empty manifest.");
        var (days, years) = (day.DayNumber - manifest.BaseDay.DayNumber, day.Year - manifest.BaseDay.Year);
        foreach (var wave in manifest.Files)
        {
            var files = wave.Files.Select(f => Path.Combine(folder, f)).ToList();
            var outcome = await imports.RunAsync(
                Actor.System, new ImportRequest(wave.Source, files, wave.AsOf.AddDays(days), AcceptRemovals: true, ShiftDays: days, ShiftYears: years), null, cancel);
            if (outcome.Failure is { } failure)
                throw new InvalidDataException($"Demo set, {wave.Source}: {failure.Reason}, {failure.Detail}");
            log.LogInformation("Demo set: {Source} of {AsOf:yyyy-MM-dd}: {Read} rows, {Rejected} rejected", wave.Source, wave.AsOf, outcome.Read, outcome.Rejected);
        }
        await scoring.ScoreHistoryAsync([.. MonthEnds(day)], null, cancel);
        await scoring.RunAsync(new ScoreOptions(day), null, cancel);
        await NoteAsync(LoadedKey, day, cancel);
        return true;
    }

    /// <summary>The day on which the load began, today for a new register, null when there is nothing to do.</summary>
    private async Task<DateOnly?> DayAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Notes.AnyAsync(n => n.Key == LoadedKey, cancel))
            return null;
        if (await db.Notes.FirstOrDefaultAsync(n => n.Key == DayKey, cancel) is { } begun)
            return DateOnly.ParseExact(begun.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (await db.ImportRuns.AnyAsync(cancel))
            return null;
        await NoteAsync(DayKey, clock.Today, cancel);
        return clock.Today;
    }

    private async Task NoteAsync(string key, DateOnly day, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Notes.Add(new RegisterNote { Key = key, Value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<DateOnly> MonthEnds(DateOnly day)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        for (var back = HistoryMonths; back >= 1; back--)
            yield return month.AddMonths(1 - back).AddDays(-1);
    }

    private sealed record Manifest(DateOnly BaseDay, IReadOnlyList<Wave> Files);

    private sealed record Wave(string Source, IReadOnlyList<string> Files, DateOnly AsOf);
}
