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
}
