using System.Globalization;
using System.Security.Cryptography;
using Registry.Setup;

namespace Registry.Certification;

/// <summary>A key that signs statements: ECDSA over P-256.</summary>
/// <param name="Kid">Id of the key: the day and instant of its making and four random bytes.</param>
/// <param name="MadeAt">When it was made.</param>
public sealed record StatementKey(string Kid, DateTimeOffset MadeAt, ECDsa Pair);

/// <summary>
/// Keys of signed statements, one file each in the data folder, readable by the register's own user only. Nodes that share the
/// folder share the keys. A new key is published before it signs, so that whoever keeps a copy of the key set has it in time.
/// </summary>
public sealed class StatementKeys(RegistrySettings settings, TimeProvider time)
{
    /// <summary>A key signs for a quarter; long enough to be cached, short enough that a lost one does not matter for long.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromDays(90);

    /// <summary>A new key is published so long before it signs.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>An old key stays published for longer than any statement lives.</summary>
    private static readonly TimeSpan Kept = StatementSigner.Life + TimeSpan.FromDays(6);

    private const string Format = "yyyyMMdd'T'HHmmss'Z'";
    private const int RandomBytes = 4;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly Lock gate = new();
    private IReadOnlyList<StatementKey> keys = [];

    private string Folder => Path.Combine(settings.DataDirectory, "keys", "statements");

    /// <summary>The key that signs now; a new one is made when its turn has come.</summary>
    public StatementKey Current()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            Load();
            if (keys.Count == 0 || keys[^1].MadeAt + Turn <= now + Ahead)
            {
                Make(now);
                Load();
            }
            return keys.LastOrDefault(k => k.MadeAt + Ahead <= now) ?? keys[0];
        }
    }

    /// <summary>The keys with which a statement that is still good may have been signed, and the next one.</summary>
    public IReadOnlyList<StatementKey> Published()
    {
        var current = Current();
        lock (gate)
        {
            var now = time.GetUtcNow();
            return [.. keys.Where((key, i) => key.MadeAt >= current.MadeAt || keys[i + 1].MadeAt + Ahead + Kept > now)];
        }
    }

    private void Load()
    {
        var files = Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.pem").ToList() : [];
        if (files.Count == keys.Count)
            return;
        keys = [.. files.Select(Read).OrderBy(k => k.MadeAt).ThenBy(k => k.Kid, StringComparer.Ordinal)];
    }

    private StatementKey Read(string file)
    {
        var kid = Path.GetFileNameWithoutExtension(file);
        if (keys.FirstOrDefault(k => k.Kid == kid) is { } held)
            return held;
        var made = DateTimeOffset.ParseExact(kid[..kid.IndexOf('-', StringComparison.Ordinal)], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var pair = ECDsa.Create();
        pair.ImportFromPem(File.ReadAllText(file));
        return new StatementKey(kid, made, pair);
    }

    private void Make(DateTimeOffset now)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Folder);
        else
            Directory.CreateDirectory(Folder, OwnerOnly | UnixFileMode.UserExecute);
        var kid = $"{now.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes))}";
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        // Written aside and renamed: another node never reads half a key.
        var aside = Path.Combine(Folder, kid + ".new");
        using (var writer = new StreamWriter(aside, options))
            writer.Write(pair.ExportPkcs8PrivateKeyPem());
        File.Move(aside, Path.Combine(Folder, kid + ".pem"));
    }
}
