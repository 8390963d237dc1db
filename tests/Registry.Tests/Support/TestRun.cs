namespace Registry.Tests.Support;

/// <summary>Circumstances of this run of the tests.</summary>
internal static class TestRun
{
    /// <summary>True on the build machine: what cannot run there is a failure, not a skip.</summary>
    public static bool MustBeComplete { get; } =
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
