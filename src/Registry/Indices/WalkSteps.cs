using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Registry.Data;

namespace Registry.Indices;

/// <summary>Counts what several threads do and reports it.</summary>
internal sealed class WalkSteps(string stage, long total, IProgress<ScoreProgress>? progress)
{
    private long entities;
    private long snapshots;

    public long Entities
    {
        get => Interlocked.Read(ref entities);
        init => entities = value;
    }

    public long Snapshots
    {
        get => Interlocked.Read(ref snapshots);
        init => snapshots = value;
    }

    public void Done(int companies, int written)
    {
        Interlocked.Add(ref snapshots, written);
        var done = Interlocked.Add(ref entities, companies);
        progress?.Report(new ScoreProgress(stage, done, total));
    }
}

/// <summary>A batch with its place in the walk.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberedBatch(int Number, IReadOnlyList<CompanyTurn> Batch);

/// <summary>Up to where a walk is done without a gap, though its batches end in any order.</summary>
internal sealed class WalkPlace(string after, long count) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<int, (string Last, int Count)> ahead = [];
    private string done = after;
    private long companies = count;
    private int next;

    /// <summary>Numbers the batches in the order in which they are read.</summary>
    public static async IAsyncEnumerable<NumberedBatch> Numbered(
        IAsyncEnumerable<IReadOnlyList<CompanyTurn>> batches, [EnumeratorCancellation] CancellationToken cancel)
    {
        var number = 0;
        await foreach (var batch in batches.WithCancellation(cancel))
            yield return new NumberedBatch(number++, batch);
    }

    /// <summary>Lets one thread at a time write the place down.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        return new Entered(gate);
    }

    /// <summary>Takes a finished batch; returns the last number before the first gap, and the companies up to it. The caller has entered.</summary>
    public (string After, long Count) Passed(NumberedBatch batch)
    {
        ahead[batch.Number] = (batch.Batch[^1].Bin, batch.Batch.Count);
        while (ahead.Remove(next, out var passed))
        {
            done = passed.Last;
            companies += passed.Count;
            next++;
        }
        return (done, companies);
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private sealed class Entered(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
