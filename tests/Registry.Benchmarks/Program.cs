using Registry.Benchmarks;
using Registry.Benchmarks.Search;

return args switch
{
    ["import", .. var rest] => await ImportBenchmark.RunAsync(rest),
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    ["score", .. var rest] => await ScoreBenchmark.RunAsync(rest),
    ["audit", .. var rest] => await AuditBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"usage: import [--rows N] [--postgres CONNECTION] [--no-sqlite] | {SearchOptions.Usage} | score [--entities N] [--database] [--postgres CONNECTION] | audit [--writes 4000] [--writers 8] [--postgres CONNECTION]");
    return 2;
}
