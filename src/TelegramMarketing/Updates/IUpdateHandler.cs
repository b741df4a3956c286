using Telegram.Bot.Types;

namespace TelegramMarketing.Updates;

/// <summary>One of those who are told every update.</summary>
internal interface IUpdateHandler
{
    /// <summary>
    /// Handles one update. The updates of one chat come one after another, those of different chats side by side. It must not wait for long, since the updates behind it wait as well.
    /// </summary>
    Task HandleAsync(Update update, CancellationToken cancellationToken);

    /// <summary>Updates are being received from now on.</summary>
    Task ObservingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>For a while no updates were received, and now they are again.</summary>
    /// <param name="from">When they were received last.</param>
    /// <param name="to">The present time.</param>
    /// <param name="byOtherConsumer">Another program received them meanwhile; else Telegram has kept those of the last 24 hours.</param>
    /// <param name="cancellationToken">The host stops.</param>
    Task MissedAsync(DateTimeOffset from, DateTimeOffset to, bool byOtherConsumer, CancellationToken cancellationToken) => Task.CompletedTask;
}
