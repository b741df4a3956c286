using TelegramMarketing;

namespace Readme;

#region Measure
public sealed class Editor(IPostStatistics statistics, TimeProvider time)
{
    public async Task<string> WhatEarnsViewsAsync(CancellationToken stop = default)
    {
        var now = time.GetUtcNow();
        var report = await statistics.GetReportAsync(ChannelAddress.Parse("@panificio_aurora"), now.AddDays(-90), now, stop);
        return report.ToText(); // which kind earns more views, by how much, and how sure that is
    }
}
#endregion
