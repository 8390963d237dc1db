using Registry.Benchmarks;

return args switch
{
    ["import", .. var rest] => await ImportBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: import [--rows N] [--postgres CONNECTION]");
    return 2;
}
