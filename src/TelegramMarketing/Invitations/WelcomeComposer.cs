using Microsoft.Extensions.Logging;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>The bot's greeting with the button that opens the channel.</summary>
internal sealed class WelcomeComposer(BotContext context, PrivateReplies replies, InvitationLinks links, InvitationComposer composer)
{
    private readonly ILogger _logger = context.Loggers.CreateLogger<WelcomeComposer>();

    /// <summary>The greeting; the answer to a link that doesn't work where no way in can be given at the moment.</summary>
    public async Task<PlannedMessage> ComposeAsync(InvitationRecord invitation, string? language, CancellationToken cancellationToken)
    {
        Uri? address = null;
        await replies.TryAsync(
            async token => address = await links.GetChannelAddressAsync(invitation, token).ConfigureAwait(false),
            (error, reason) => InvitationLog.NoWayIn(_logger, invitation.Id, error, reason),
            cancellationToken).ConfigureAwait(false);
        return address is null ? composer.UnknownLink(language) : composer.Welcome(invitation, language, address);
    }
}
