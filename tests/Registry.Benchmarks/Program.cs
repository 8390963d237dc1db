using Registry.Benchmarks;

return args switch
{
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: search [--companies 100000,1000000] [--queries 3000]");
    return 2;
}
