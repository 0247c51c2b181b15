using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Sixty-four sixteen-bit sums in four registers: a word's vector while it is added up.</summary>
internal readonly record struct BlockSum(Vector256<short> A, Vector256<short> B, Vector256<short> C, Vector256<short> D)
{
    /// <summary>Sixteen stored bytes as sixteen-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Widen(Vector128<sbyte> bytes) => Vector256.WidenLower(bytes.ToVector256Unsafe());

    /// <summary>Adds to sums of 32 bits.</summary>
    public void AddTo(Span<int> sum)
    {
        var lanes = MemoryMarshal.Cast<int, Vector256<int>>(sum);
        Add(lanes[..2], A);
        Add(lanes.Slice(2, 2), B);
        Add(lanes.Slice(4, 2), C);
        Add(lanes.Slice(6, 2), D);
    }

    /// <summary>Where a sum is above <paramref name="most"/>, it takes its place and <paramref name="token"/> is noted.</summary>
    public void KeepStrongest(Span<short> most, Span<short> place, short token)
    {
        var best = MemoryMarshal.Cast<short, Vector256<short>>(most);
        var places = MemoryMarshal.Cast<short, Vector256<short>>(place);
        Keep(A, token, ref best[0], ref places[0]);
        Keep(B, token, ref best[1], ref places[1]);
        Keep(C, token, ref best[2], ref places[2]);
        Keep(D, token, ref best[3], ref places[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(Vector256<short> sums, short token, ref Vector256<short> best, ref Vector256<short> place)
    {
        var better = Vector256.GreaterThan(sums, best);
        best = Vector256.Max(sums, best);
        place = Vector256.ConditionalSelect(better, Vector256.Create(token), place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Span<Vector256<int>> lanes, Vector256<short> part)
    {
        var (low, high) = Vector256.Widen(part);
        lanes[0] += low;
        lanes[1] += high;
    }
}
