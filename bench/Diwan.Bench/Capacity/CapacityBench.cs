using System.Globalization;
namespace Diwan.Bench.Capacity;

/// <summary>x</summary>
internal static class CapacityBench
{
    public static int Run(TextWriter output)
    {
        foreach (var mb in (double[])[8, 16, 24, 32, 64])
        {
            var hour = SiteHour.Play(200_000, 10_000, 1, mb);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mb} {hour.HitRate:P1} {hour.KeptMebibytes:F1} {hour.CpuOfAll:F0}"));
        }
        return 0;
    }
}
