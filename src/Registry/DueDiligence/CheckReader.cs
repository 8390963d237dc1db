using Registry.Data;

namespace Registry.DueDiligence;

/// <summary>A report found by its code.</summary>
/// <param name="Intact">Whether the stored form still has the hash it was stored with.</param>
public sealed record VerifiedCheck(CheckReport Report, bool Intact);

/// <summary>Finds stored reports.</summary>
public sealed class CheckReader(CheckStore store)
{
    /// <summary>The report with an id, or null. Whoever holds the id may read it.</summary>
    public async Task<CheckReport?> FindAsync(Guid id, CancellationToken cancel = default) =>
        await store.FindAsync(id, cancel) is { } stored ? CheckProof.Read(stored) : null;

    /// <summary>The report with a code, however it was typed, or null.</summary>
    public async Task<CheckReport?> FindByCodeAsync(string code, CancellationToken cancel = default) =>
        (await VerifyAsync(code, cancel))?.Report;

    /// <summary>The report with a code and whether it is still what was stored, or null.</summary>
    public async Task<VerifiedCheck?> VerifyAsync(string code, CancellationToken cancel = default) =>
        CheckCode.TryParse(code, out var canonical) && await store.FindByCodeAsync(canonical, cancel) is { } stored
            ? new VerifiedCheck(CheckProof.Read(stored), CheckProof.Holds(stored))
            : null;
}
