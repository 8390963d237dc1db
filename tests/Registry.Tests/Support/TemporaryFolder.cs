using System.Diagnostics;

namespace Registry.Tests.Support;

/// <summary>A folder of one test, erased after it; what a killed test process left behind is erased by the next one.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "registry-tests-";
    private static readonly Lazy<string> OfThisProcess = new(CreateForProcess);

    /// <summary>Absolute path of the folder; it exists.</summary>
    public string Path { get; } = Directory.CreateDirectory(
        System.IO.Path.Combine(OfThisProcess.Value, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Absolute path of a file or folder in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Erases whatever is left of all folders of this process.</summary>
    internal static void EraseAll()
    {
        if (OfThisProcess.IsValueCreated)
        {
            Directory.Delete(OfThisProcess.Value, recursive: true);
        }
    }

    private static string CreateForProcess()
    {
        foreach (var old in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            if (int.TryParse(System.IO.Path.GetFileName(old)[Prefix.Length..], out var process) && !Runs(process))
            {
                Directory.Delete(old, recursive: true);
            }
        }
        return System.IO.Path.Combine(System.IO.Path.GetTempPath(), Prefix + Environment.ProcessId);
    }

    private static bool Runs(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
