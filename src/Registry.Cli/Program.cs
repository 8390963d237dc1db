namespace Registry.Cli;

/// <summary>The command line of the register.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => RegistryCommand.RunAsync(args, Console.Out, Console.Error);
}
