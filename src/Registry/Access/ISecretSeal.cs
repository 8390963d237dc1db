namespace Registry.Access;

/// <summary>
/// Encrypts secrets that must be read again, such as those of authenticator apps: whoever reads the database only cannot use them.
/// The keys are the host's.
/// </summary>
public interface ISecretSeal
{
    /// <summary>The secret encrypted.</summary>
    string Seal(string secret);

    /// <summary>The secret, or null where it cannot be opened: another host's, spoiled, or its key is gone.</summary>
    string? Open(string text);
}

/// <summary>Of a process that has no keys: the command line neither makes nor reads such secrets.</summary>
public sealed class KeylessSeal : ISecretSeal
{
    /// <inheritdoc/>
    public string Seal(string secret) => throw new InvalidOperationException("Only the host can encrypt secrets.");

    /// <inheritdoc/>
    public string? Open(string text) => null;
}
