using TelegramMarketing;

namespace Readme;

#region Measure
public sealed class Editor(IPostStatistics statistics, TimeProvider time)
{
    public async Task<string> WhatEarnsViewsAsync(CancellationToken stop = default)
    {
        var now = time.GetUtcNow();
        var report = await statistics.GetReportAsync(ChannelAddress.Parse("@panificio_aurora"), now.AddDays(-90), now, stop);
        return report.ToText(); // posts and median views of each kind, best first
    }
}
#endregion
