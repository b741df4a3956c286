using System.Diagnostics;

namespace TelegramMarketing.Benchmarks.Overhead;

/// <summary>What a batch of calls cost this process, per call.</summary>
internal readonly record struct Costs(double Microseconds, double CpuMicroseconds, double Bytes)
{
    public static async Task<Costs> OfAsync(int calls, Func<Task> batch)
    {
        using var process = Process.GetCurrentProcess();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = process.TotalProcessorTime;
        var start = TimeProvider.System.GetTimestamp();
        await batch();
        var elapsed = TimeProvider.System.GetElapsedTime(start);
        process.Refresh();
        return new Costs(
            elapsed.TotalMicroseconds / calls,
            (process.TotalProcessorTime - cpu).TotalMicroseconds / calls,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / calls);
    }
}
