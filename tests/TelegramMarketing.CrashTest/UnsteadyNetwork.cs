using TelegramMarketing.CrashTest.Time;

namespace TelegramMarketing.CrashTest;

/// <summary>
/// What lies between the children and Telegram: a request takes up to 50 ms, some answers get lost, and one that has arrived whole is worked on even if its sender is dead.
/// </summary>
internal sealed class UnsteadyNetwork(int seed, TelegramTime time, HttpMessageHandler telegram) : DelegatingHandler(telegram)
{
    private const double LostBefore = 0.005;
    private const double LostAfter = 0.015;
    private const double Failed = 0.005;
    private static readonly TimeSpan _slowest = TimeSpan.FromMilliseconds(50);
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    /// <summary>Is told where a send, or another request, stands.</summary>
    public Action<Moment>? Watcher { get; set; }

    /// <summary>Is told that something has come to Telegram, before anybody knows of it.</summary>
    public Action? Arrived { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
        }

        var isSend = IsSend(request.RequestUri!.AbsolutePath);
        var (luck, latency, share) = Draw();
        Watcher?.Invoke(isSend ? Moment.Received : Moment.Looked);
        await Task.Delay(latency * share, TimeProvider.System, CancellationToken.None);
        if (isSend && luck < LostBefore)
        {
            throw new HttpRequestException("Lost on its way there.");
        }

        await time.CatchUpAsync();
        var answer = await base.SendAsync(request, CancellationToken.None);
        if (isSend)
        {
            Arrived?.Invoke();
            Watcher?.Invoke(Moment.Accepted);
        }

        await Task.Delay(latency * (1 - share), TimeProvider.System, CancellationToken.None);
        if (isSend && luck > 1 - LostAfter)
        {
            answer.Dispose();
            throw new HttpRequestException("Lost on its way back.");
        }

        if (isSend && luck > 1 - LostAfter - Failed)
        {
            answer.Dispose();
            answer = new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway);
        }

        if (isSend)
        {
            Watcher?.Invoke(Moment.Answered);
        }

        return answer;
    }

    /// <summary>It changes something on Telegram: a message, or something about stickers.</summary>
    private static bool IsSend(string path) => path.Contains("/send", StringComparison.Ordinal) || path.Contains("/edit", StringComparison.Ordinal) || path.Contains("/delete", StringComparison.Ordinal)
        || (path.Contains("Sticker", StringComparison.Ordinal) && !path.Contains("/get", StringComparison.Ordinal));

    private (double Luck, TimeSpan Latency, double Share) Draw()
    {
        lock (_lock)
        {
            return (_random.NextDouble(), _slowest * _random.NextDouble(), _random.NextDouble());
        }
    }
}
