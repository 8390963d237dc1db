using System.CommandLine;
using System.Globalization;

using Registry.Seed;

var companies = new Option<long>("--companies") { Description = "Number of entities.", Required = true };
var seed = new Option<ulong>("--seed") { Description = "Same seed, same bytes.", Required = true };
var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the files and manifest.json.", Required = true };
var today = new Option<DateOnly>("--today")
{
    Description = "Day from which the set is seen.",
    DefaultValueFactory = _ => SyntheticCompanies.BaseDay,
    CustomParser = result =>
    {
        if (DateOnly.TryParseExact(result.Tokens.Single().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError("--today must be yyyy-MM-dd.");
        return default;
    },
};
var history = new Option<bool>("--history") { Description = "Two years of deliveries instead of one per source; stat-register as a workbook." };
var sources = new Option<string[]>("--sources") { Description = "Only these sources.", AllowMultipleArgumentsPerToken = true };
companies.Validators.Add(result =>
{
    if (result.Tokens.Count > 0 && result.GetValueOrDefault<long>() < 1)
        result.AddError("--companies must be at least 1.");
});

var generate = new Command("generate", "Writes invented entities in the registers' own formats.") { companies, seed, output, today, history, sources };
generate.SetAction(arguments =>
{
    var order = new GenerationOrder(
        arguments.GetValue(companies), arguments.GetValue(seed), arguments.GetValue(today), arguments.GetValue(history), arguments.GetValue(sources) ?? []);
    var directory = arguments.GetRequiredValue(output).FullName;
    var manifest = Generation.Run(order, directory, Console.IsErrorRedirected ? null : done => Console.Error.Write($"\r{done} / {order.Companies}"));
    Console.Out.WriteLine($"{manifest.Files.Count} files, {order.Companies} entities: {directory}");
    return 0;
});
return new RootCommand("Synthetic data for the Register of Business Partners.") { generate }.Parse(args).Invoke();
