using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using TelegramMarketing.Hosting;
using TelegramMarketing.Invitations;
using TelegramMarketing.Time;

namespace TelegramMarketing.Email;

/// <summary>Sends invitations by SMTP. What is not proved by a reply of the server's is <see cref="InvitationOutcome.Unknown"/> from the moment when it asked for the message, and not sent before.</summary>
internal sealed class EmailTransport(Clock clock, EmailOptions options, ILogger logger) : IInvitationTransport, IDisposable, IAsyncDisposable
{
    private const double SecondsInAMinute = 60;

    private static readonly TimeSpan _longestConnecting = TimeSpan.FromMinutes(2);

    private readonly EmailComposer _composer = new(options);
    private readonly SmtpConnectionPool _pool = new(clock, options);

    public string Name => "email";

    public int Concurrency => options.Connections;

    public double? MessagesPerSecond => options.MessagesPerMinute / SecondsInAMinute;

    public static EmailTransport Create(IServiceProvider provider, string name) => new(
        new Clock(provider.GetKeyedService<TimeProvider>(ClockKey.For(name)) ?? TimeProvider.System),
        provider.GetRequiredService<IOptionsMonitor<EmailOptions>>().Get(name),
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("TelegramMarketing.Email"));

    public bool CanReach(InvitationRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return recipient.EmailAddress is not null;
    }

    public async Task<InvitationReceipt> SendAsync(InvitationMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        using var operation = clock.BeginOperation();
        var receipt = message.Recipient.EmailAddress is not { } text ? InvitationReceipt.NotSent("no e-mail address is known")
            : EmailAddress.Parse(text) is not { } address ? InvitationReceipt.Bounced("the e-mail address is malformed")
            : await DeliverAsync(message.Invitation, address, cancellationToken).ConfigureAwait(false);
        Log(message.Invitation.Id, receipt);
        return receipt;
    }

    public void Dispose() => _pool.Dispose();

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private async Task<InvitationReceipt> DeliverAsync(Invitation invitation, EmailAddress address, CancellationToken cancellationToken)
    {
        logger.EmailAddressed(invitation.Id, address.Address);
        var recipient = new MailboxAddress("", address.Address);
        using var message = _composer.Compose(invitation, recipient, clock.UtcNow);
        await _pool.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var timeout = clock.CreateTimeout(options.SendTimeout);
            using var connecting = clock.CreateTimeout(options.SendTimeout < _longestConnecting ? options.SendTimeout : _longestConnecting);
            var attempt = new EmailAttempt(_pool, message, recipient, address.NeedsSmtpUtf8, connecting.Token, timeout.Token);
            return await attempt.MakeAsync(fresh: false, cancellationToken).ConfigureAwait(false)
                ?? await attempt.MakeAsync(fresh: true, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("A new connection was taken for an old one.");
        }
        finally
        {
            _pool.Leave();
        }
    }

    private void Log(Guid invitation, InvitationReceipt receipt)
    {
        if (receipt.IsTransportsFault)
        {
            logger.EmailHeldUp(invitation, receipt.Reason);
        }
        else if (receipt.Outcome == InvitationOutcome.Unknown)
        {
            logger.EmailUnknown(invitation, receipt.Reason);
        }
        else
        {
            logger.EmailSent(invitation, receipt.Outcome, receipt.Reason);
        }
    }
}
