namespace TelegramMarketing;

/// <summary>
/// Invites customers to a channel. It gives them its address, to which they subscribe of their own accord; no method subscribes anyone.
/// Safe for concurrent use.
/// </summary>
public interface IOptInInvitation
{
    /// <summary>
    /// Creates an invitation: an address to follow and a text to send. Asks Telegram for the channel's title and, for a personal link, creates it. A
    /// customer is invited to a channel once.
    /// </summary>
    /// <param name="request">Whom, where to, and why that is allowed.</param>
    /// <param name="cancellationToken">Cancels the waiting; the customer then counts as not invited.</param>
    /// <exception cref="ArgumentException">The request is wrong; the message lists everything that is.</exception>
    /// <exception cref="TelegramMarketingException">
    /// <see cref="TelegramMarketingError.InvitationRefused"/>: the customer has opted out, was invited to this channel already, or is left in peace for a while;
    /// <see cref="TelegramMarketingException.Refusal"/> says which. Or Telegram said no, or gave no answer, and
    /// the customer counts as not invited.
    /// </exception>
    Task<Invitation> CreateAsync(InvitationRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Invites many customers and writes to each, at the pace that each transport permits. The list is read as it is needed, so that it may be of any length. A run that
    /// was ended, even by force, is resumed by calling it again with the same list: who was invited is not invited again, and what may have been sent is not sent again.
    /// It ends when nothing waits any more, so that with quiet hours or a daily limit it may take days.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="customers">
    /// Whom to invite. <see cref="InvitationRequest.Channel"/> must be the campaign's; <see cref="InvitationRequest.Campaign"/> is set. A request that is wrong is counted and told to
    /// <see cref="InvitationCampaign.Rejected"/>, and the others go on.
    /// </param>
    /// <param name="progress">Told of the progress, at most about once a second, and at the end.</param>
    /// <param name="cancellationToken">Ends the run; sends that have begun are finished and recorded.</param>
    /// <returns>What this run did.</returns>
    /// <exception cref="ArgumentException">The campaign is wrong, or names a transport that is not registered.</exception>
    /// <exception cref="TelegramMarketingException">Telegram knows no such channel, a transport fails again and again, or the store is not available. The campaign can be resumed.</exception>
    Task<CampaignProgress> InviteAsync(
        InvitationCampaign campaign, IAsyncEnumerable<InvitationRequest> customers, IProgress<CampaignProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends an invitation by Telegram, at the bot's pace and after posts. Telegram lets a bot write only to people who have started it, so that the person must be known:
    /// from a start of this bot by an earlier invitation, or from <see cref="InvitationRequest.TelegramUserId"/>. An invitation is delivered once.
    /// </summary>
    /// <param name="invitation">The id of the invitation.</param>
    /// <param name="cancellationToken">Cancels the waiting; a send that has begun is finished and recorded.</param>
    /// <exception cref="InvalidOperationException">There is no such invitation, or it is no longer kept.</exception>
    /// <exception cref="TelegramMarketingException">
    /// <see cref="TelegramMarketingError.InvitationRefused"/>: the customer has opted out, or the invitation has expired, was delivered already, is being delivered, or may have
    /// been. <see cref="TelegramMarketingError.RecipientUnavailable"/>: the person is not known, or has blocked the bot. Or another refusal of Telegram's.
    /// </exception>
    Task<Invitation> SendAsync(Guid invitation, CancellationToken cancellationToken = default);

    /// <summary>Sends an invitation by one of the registered transports, such as <c>email</c>. An invitation is delivered once, whatever the transport.</summary>
    /// <param name="invitation">The id of the invitation.</param>
    /// <param name="transport">The name of the transport: <c>telegram</c>, or <see cref="IInvitationTransport.Name"/> of another.</param>
    /// <param name="cancellationToken">Cancels the waiting; a send that has begun is finished and recorded.</param>
    /// <exception cref="ArgumentException">There is no such transport.</exception>
    /// <exception cref="InvalidOperationException">There is no such invitation, or it is no longer kept.</exception>
    /// <exception cref="TelegramMarketingException">
    /// As of <see cref="SendAsync(Guid, CancellationToken)"/>; <see cref="TelegramMarketingException.Refusal"/> says which rule forbids it.
    /// <see cref="TelegramMarketingError.Unreachable"/>: the transport did not send it, and it can be tried again. <see cref="TelegramMarketingError.OutcomeUnknown"/>: it may have arrived.
    /// </exception>
    Task<Invitation> SendAsync(Guid invitation, string transport, CancellationToken cancellationToken = default);

    /// <summary>Records what the company has learnt about an invitation by its own means.</summary>
    /// <param name="invitation">The id of the invitation.</param>
    /// <param name="report">What.</param>
    /// <param name="reason">Why, without personal data; at most 500 characters.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    /// <exception cref="InvalidOperationException">There is no such invitation, or it is no longer kept.</exception>
    Task ReportAsync(Guid invitation, InvitationReport report, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records that a customer wants no more invitations, whether or not one was ever created. Holds for all channels of this bot; repeating it is harmless.
    /// </summary>
    /// <param name="customer">The host's id of the customer; see <see cref="InvitationRequest.Customer"/>.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    /// <exception cref="ArgumentException">The id is empty or longer than 200 characters.</exception>
    Task OptOutAsync(string customer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records an opt-out by the token of an invitation, for the page at <see cref="InvitationOptions.UnsubscribeAddress"/>. The token works for ever; repeating it is harmless.
    /// </summary>
    /// <param name="token">What stood in the place of <c>{token}</c>.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    /// <returns>Whether the token is one of an invitation. Show the same page in both cases, so that it tells nothing about tokens.</returns>
    Task<bool> OptOutByTokenAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>One invitation as it stands, or <see langword="null"/> when there is none or it is no longer kept.</summary>
    /// <param name="invitation">The id of the invitation.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<Invitation?> FindAsync(Guid invitation, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends an invitation before its time: its address ceases to work, and a link of its own is revoked. When Telegram cannot be reached, that is done later by itself. Opting out by it
    /// works on. Repeating it is harmless.
    /// </summary>
    /// <param name="invitation">The id of the invitation.</param>
    /// <param name="cancellationToken">Cancels the recording, or the waiting for Telegram.</param>
    /// <returns>Whether there is such an invitation.</returns>
    Task<bool> RevokeAsync(Guid invitation, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a link for many people, for print and posters: to a private channel, where Telegram tells by which link somebody joined. The joins are counted for the campaign
    /// (<see cref="InvitationFunnel.CampaignLinkJoins"/>), and nobody is kept.
    /// </summary>
    /// <param name="request">Where to, and for which campaign.</param>
    /// <param name="cancellationToken">Cancels the waiting; a link that was created all the same is recorded once Telegram tells of it, and revoked.</param>
    /// <exception cref="ArgumentException">The request is wrong, or the channel is public, where Telegram does not tell by which link somebody joined; the message names the remedy.</exception>
    /// <exception cref="TelegramMarketingException">Telegram said no, or gave no answer.</exception>
    Task<CampaignLink> CreateCampaignLinkAsync(CampaignLinkRequest request, CancellationToken cancellationToken = default);

    /// <summary>Revokes a campaign's link. When Telegram cannot be reached, that is done later by itself. Repeating it is harmless; what was counted stays.</summary>
    /// <param name="link">The id of the link.</param>
    /// <param name="cancellationToken">Cancels the recording, or the waiting for Telegram.</param>
    /// <returns>Whether there is such a link.</returns>
    Task<bool> RevokeCampaignLinkAsync(Guid link, CancellationToken cancellationToken = default);

    /// <summary>Counts the invitations to a channel, step by step.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="campaign">Only those of this campaign; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Cancels the counting.</param>
    /// <exception cref="TelegramMarketingException">Telegram knows no such channel, or cannot be reached.</exception>
    Task<InvitationFunnel> GetFunnelAsync(ChannelAddress channel, string? campaign = null, CancellationToken cancellationToken = default);
}
