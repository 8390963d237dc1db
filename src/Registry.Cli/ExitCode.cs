namespace Registry.Cli;

/// <summary>What the process says to the one who called it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, but rows were rejected or checks could not be made.</summary>
    public const int Incomplete = 1;
    public const int WrongUse = 2;

    /// <summary>The database or a file refused.</summary>
    public const int CouldNot = 3;
}
