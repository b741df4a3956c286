using TelegramMarketing;

namespace OptInCampaign;

/// <summary>E-mail without a mail server, as an example of a transport of one's own: some addresses have ceased to exist.</summary>
internal sealed class Mailboxes : IInvitationTransport
{
    public string Name => "email";

    // A letter disturbs nobody at night.
    public bool KeepsQuietHours => false;

    public bool CanReach(InvitationRecipient recipient) => recipient.EmailAddress is not null;

    public Task<InvitationReceipt> SendAsync(InvitationMessage message, CancellationToken cancellationToken = default) =>
        Task.FromResult(message.Recipient.EmailAddress!.EndsWith("@gone.example", StringComparison.OrdinalIgnoreCase)
            ? InvitationReceipt.Bounced("550 5.1.1 no such mailbox")
            : InvitationReceipt.Delivered($"<{message.Invitation.Id:N}@aurora.example>"));
}
