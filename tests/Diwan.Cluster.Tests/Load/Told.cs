using System.Collections.Concurrent;
using System.Diagnostics;

namespace Diwan.Cluster.Tests.Load;

/// <summary>What the servers said and therefore have to keep: written down by the drivers at the moment they read it.</summary>
internal sealed class Told
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<int, bool> _errorSeconds = new();
    private int _readerErrors;
    private int _reads;
    private long _lastWrite;
    private double _lastSent;

    /// <summary>Seconds since the beginning.</summary>
    public double Now => Stopwatch.GetElapsedTime(_began).TotalSeconds;

    /// <summary>Comments that were answered with 202: id → text.</summary>
    public ConcurrentDictionary<string, string> Comments { get; } = new();

    /// <summary>Every text that was ever sent. Whether one that was not acknowledged is there or not is open; twice it may not be.</summary>
    public ConcurrentDictionary<string, bool> Sent { get; } = new();

    /// <summary>Decisions that were answered with 200: id of the comment → state and version it then had.</summary>
    public ConcurrentDictionary<string, (string State, int Version)> Decided { get; } = new();

    /// <summary>Comments on which something was sent without an answer: how it went is open until somebody looks.</summary>
    public ConcurrentDictionary<string, bool> Uncertain { get; } = new();

    /// <summary>What was wrong in itself, whatever became of it: an answer that nothing explains.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>When the last write was acknowledged, in seconds since the beginning.</summary>
    public double LastWrite => Stopwatch.GetElapsedTime(_began, Math.Max(_began, Volatile.Read(ref _lastWrite))).TotalSeconds;

    /// <summary>Reads that were answered, and those that were not or with 5xx.</summary>
    public (int Answered, int Errors) Reads => (Volatile.Read(ref _reads), Volatile.Read(ref _readerErrors));

    /// <summary>In how many different seconds a reader saw an error.</summary>
    public int ErrorSeconds => _errorSeconds.Count;

    /// <summary>When the newest of the acknowledged writes was sent, in seconds since the beginning.</summary>
    public double LastSent
    {
        get
        {
            lock (_turn) return _lastSent;
        }
    }

    /// <summary>A write was acknowledged just now.</summary>
    /// <param name="sent">When it was sent, in seconds since the beginning.</param>
    public void Written(double sent)
    {
        Volatile.Write(ref _lastWrite, Stopwatch.GetTimestamp());
        lock (_turn) _lastSent = Math.Max(_lastSent, sent);
    }

    /// <summary>A reader was answered.</summary>
    public void Read() => Interlocked.Increment(ref _reads);

    /// <summary>A reader saw an error just now.</summary>
    public void Missed()
    {
        Interlocked.Increment(ref _readerErrors);
        _errorSeconds[(int)Now] = true;
    }
}
