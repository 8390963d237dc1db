namespace Registry.Web.Setup;

/// <summary>How far the host has come since its start.</summary>
public enum StartupStage
{
    Migrating,
    LoadingDemo,
    Indexing,
    Ready,
    Failed,
}

/// <summary>The state of the start, written by <see cref="StartupWork"/> and read by health and by the gate before the pages.</summary>
public sealed class Startup
{
    private volatile StartupStage stage = StartupStage.Migrating;

    /// <summary>Where the start stands.</summary>
    public StartupStage Stage
    {
        get => stage;
        set => stage = value;
    }

    /// <summary>Whether the database has its tables, so that pages can be asked for.</summary>
    public bool CanServe => Stage is StartupStage.LoadingDemo or StartupStage.Indexing or StartupStage.Ready;
}
