using Registry.Benchmarks;

return args switch
{
    ["import", .. var rest] => await ImportBenchmark.RunAsync(rest),
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    ["audit", .. var rest] => await AuditBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: import [--rows N] [--postgres CONNECTION] | search [--companies 100000,1000000] [--queries 3000] | audit [--writes 4000] [--writers 8] [--postgres CONNECTION]");
    return 2;
}
