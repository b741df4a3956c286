using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>A transport of the host's, with its contract held to.</summary>
internal sealed partial class TransportRoute : IInvitationRoute
{
    private readonly IInvitationTransport _transport;
    private readonly InvitationPresenter _presenter;
    private readonly ILogger _logger;

    public TransportRoute(IInvitationTransport transport, InvitationPresenter presenter, ILogger logger)
    {
        if (transport.Name is not { } name || !TransportName().IsMatch(name) || name == Transports.Telegram)
        {
            throw new InvalidOperationException($"{transport.GetType().Name}.Name is '{transport.Name}'. Use 1 to 30 lower-case letters, digits and hyphens, and not '{Transports.Telegram}'.");
        }

        (_transport, _presenter, _logger) = (transport, presenter, logger);
    }

    public string Name => _transport.Name;

    public int Concurrency => Math.Max(1, _transport.Concurrency);

    public double? MessagesPerSecond => _transport.MessagesPerSecond;

    public bool KeepsQuietHours => _transport.KeepsQuietHours;

    public bool CanReach(InvitationRecipient recipient) => _transport.CanReach(recipient);

    public async Task<InvitationDispatch> SendAsync(InvitationRecord invitation, InvitationRecipient recipient, Func<ValueTask> begin, CancellationToken cancellationToken)
    {
        InvitationMessage message;
        try
        {
            message = new() { Invitation = await _presenter.PresentAsync(invitation, recipient.Customer, cancellationToken).ConfigureAwait(false), Recipient = recipient };
        }
        catch (TelegramMarketingException exception)
        {
            return new(InvitationReceipt.NotSent(exception.Error.ToString(), exception.RetryAfter, isTransportsFault: true), Failure: exception);
        }

        await begin().ConfigureAwait(false);
        try
        {
            return new(await _transport.SendAsync(message, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a host's transport throws: the invitation may have left.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Its words could hold an address.
            InvitationLog.TransportFailed(_logger, Name, invitation.Id, exception.GetType().Name);
            return new(InvitationReceipt.Unknown(exception.GetType().Name));
        }
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,30}\z")]
    private static partial Regex TransportName();
}
