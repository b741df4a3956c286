using System.Collections.Concurrent;
using Telegram.Bot.Types;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Tests.Updates;

/// <summary>A handler that keeps what it was told.</summary>
internal sealed class RecordingHandler(Func<Update, CancellationToken, Task>? react = null) : IUpdateHandler
{
    public ConcurrentQueue<int> Told { get; } = [];

    public int Observing { get; private set; }

    public async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        if (react is not null)
        {
            await react(update, cancellationToken);
        }

        Told.Enqueue(update.Id);
    }

    public Task ObservingAsync(CancellationToken cancellationToken)
    {
        Observing++;
        return Task.CompletedTask;
    }
}
