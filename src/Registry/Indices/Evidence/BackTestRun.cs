using Registry.Data;
using Registry.Facts;
using Registry.Sources;

namespace Registry.Indices.Evidence;

/// <summary>What to test.</summary>
/// <param name="Labels">CSV <c>bin,failed</c>.</param>
/// <param name="AsOf">Day to compute for; null takes the last day, up to the business day, on which the newest statements still count.</param>
public sealed record BackTestRequest(string Labels, IndexId Index = IndexId.FinancialStability, DateOnly? AsOf = null);

/// <summary>
/// Computes an index for entities of which it is known whether they failed, from the stored facts and the peers of that day, and counts
/// how well it told them apart. Entities need not stand in a register of companies: statements are enough.
/// </summary>
public sealed class BackTestRun(FactReader facts, IndexStore store, BackTestStore kept, BusinessClock clock, TimeProvider time)
{
    private const int BatchSize = 1000;

    /// <summary>Runs a back-test and keeps its result.</summary>
    /// <exception cref="SourceFileException">The file of labels cannot be used.</exception>
    public async Task<BackTestResult> RunAsync(BackTestRequest request, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var labels = LabelFile.Read(request.Labels);
        var bins = labels.Failed.Keys.Order(StringComparer.Ordinal).ToList();
        var day = request.AsOf ?? await DayAsync(bins, cancel);
        var methodology = Methodology.InForceOn(day);
        var context = new ScoringContext(
            day, methodology, await PeersAsync(day, methodology, progress, cancel), await SourcesAsync(day, cancel));
        var scores = new List<LabelledScore>(bins.Count);
        foreach (var batch in bins.Chunk(BatchSize))
        {
            foreach (var entity in await facts.ForIndicesAsync(batch, cancel))
                scores.Add(Score(FiledInTime.On(entity, day, clock.Today, methodology), labels.Failed[entity.Bin], request.Index, context));
            progress?.Report(new ScoreProgress("indices", scores.Count, bins.Count));
        }
        var result = Result(labels, request.Index, context, scores);
        await kept.AddAsync(result, cancel);
        return result;
    }

    private BackTestResult Result(LabelFile labels, IndexId index, ScoringContext context, List<LabelledScore> scores)
    {
        var rated = scores.Where(s => s.Value is not null).ToList();
        var area = BackTestFigures.Area(rated);
        return new BackTestResult
        {
            Index = index,
            AsOf = context.AsOf,
            ComputedAt = time.GetUtcNow(),
            Methodology = context.Methodology.Version,
            Labels = labels.Name,
            Labelled = scores.Count,
            States = scores.CountBy(s => s.State).OrderBy(s => s.Key).ToDictionary(s => s.Key, s => s.Value),
            Entities = rated.Count,
            Failed = rated.Count(s => s.Failed),
            Auc = area?.Value,
            StandardError = area?.StandardError,
            Models = index == IndexId.FinancialStability ? [.. ModelScores.Names.Select(m => BackTestFigures.Model(m, rated))] : [],
            Bands = BackTestFigures.Bands(rated, context.Methodology),
            Calibration = BackTestFigures.Calibration(rated),
            Rejected = labels.Rejected,
            Problems = labels.Problems,
        };
    }

    private static LabelledScore Score(EntityFacts known, bool failed, IndexId index, ScoringContext context)
    {
        var profile = EntityProfile.Of(known, context.AsOf);
        var result = IndexCalculator.Compute(known, profile, context, explained: false)[(int)index];
        return new LabelledScore(failed, result.State, result.Value, index == IndexId.FinancialStability ? ModelScores.Of(known, profile, context) : NoModels);
    }

    private static readonly IReadOnlyDictionary<string, double> NoModels = new Dictionary<string, double>();

    /// <summary>Later than that day the newest statements are too old for an index, and the file would be compared with nothing.</summary>
    private async Task<DateOnly> DayAsync(List<string> bins, CancellationToken cancel)
    {
        var today = clock.Today;
        DateOnly? last = null;
        foreach (var batch in bins.Chunk(BatchSize))
        {
            foreach (var entity in await facts.ForPeersAsync(batch, cancel))
            {
                foreach (var statement in entity.Statements)
                {
                    var end = YearFacts.End(statement.Year);
                    if (end < today && statement.IsKnownOn(today) && (last is null || end > last))
                        last = end;
                }
            }
        }
        return last?.AddMonths(Methodology.InForceOn(today).MinimumEvidence.YearMonths) is { } counts && counts < today ? counts : today;
    }

    private async Task<PeerBook> PeersAsync(DateOnly day, Methodology methodology, IProgress<ScoreProgress>? progress, CancellationToken cancel)
    {
        var collector = new PeerCollector(methodology);
        var (done, total) = (0L, await store.CountAsync(cancel));
        await foreach (var batch in store.CompaniesAsync(BatchSize, cancel))
        {
            await AddAsync(batch);
            done += batch.Count;
            progress?.Report(new ScoreProgress("peers", done, total));
        }
        await foreach (var batch in store.StrangersAsync(BatchSize, cancel))
            await AddAsync(batch);
        return new PeerBook(collector.Build(day));

        async Task AddAsync(IReadOnlyList<string> batch)
        {
            foreach (var entity in await facts.ForPeersAsync(batch, cancel))
                collector.Add(FiledInTime.On(entity, day, clock.Today, methodology), day);
        }
    }

    /// <summary>The loads known on the day; statements that count by their filing day count as loaded.</summary>
    private async Task<SourceCalendar> SourcesAsync(DateOnly day, CancellationToken cancel)
    {
        const string Statements = "financials";
        var then = await facts.CalendarAsync(day, cancel);
        var now = await facts.CalendarAsync(clock.Today, cancel);
        return then.IsFresh(Statements) || now.LatestOf(Statements) is null
            ? then
            : new SourceCalendar(day, new Dictionary<string, DateOnly>(then.Loads, StringComparer.Ordinal) { [Statements] = day });
    }
}
