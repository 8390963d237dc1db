using Registry.Benchmarks;
using Registry.Benchmarks.Search;

return args switch
{
    ["import", .. var rest] => await ImportBenchmark.RunAsync(rest),
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"usage: import [--rows N] [--postgres CONNECTION] | {SearchOptions.Usage}");
    return 2;
}
