using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using TelegramMarketing.Time;

namespace TelegramMarketing.Email;

/// <summary>One connection to the mail server, logged in. Sends one message at a time.</summary>
internal sealed class SmtpConnection : IDisposable
{
    /// <summary>Idle for longer, the server is asked whether it is still there.</summary>
    private static readonly TimeSpan _freshFor = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _patienceAtTheEnd = TimeSpan.FromSeconds(2);

    private readonly Clock _clock;
    private readonly EmailOptions _options;
    private readonly SmtpWatch _watch = new();
    private readonly WatchedSmtpClient _client;
    private long _usedAt;

    public SmtpConnection(Clock clock, EmailOptions options, bool isInternational)
    {
        _clock = clock;
        _options = options;
        IsInternational = isInternational;
        _client = new WatchedSmtpClient(_watch)
        {
            CheckCertificateRevocation = options.CheckRevocation,
            ServerCertificateValidationCallback = options.CertificateValidation,
            Timeout = (int)options.SendTimeout.TotalMilliseconds,
        };
    }

    /// <summary>It has carried a message before, so that the server may have closed it in the meantime.</summary>
    public bool IsReused { get; private set; }

    /// <summary>
    /// It is for addresses with letters outside ASCII before the @. The others go without SMTPUTF8 even where it is offered: with it the client writes international domains in their own letters, and a server further on
    /// that does not take those would refuse them.
    /// </summary>
    public bool IsInternational { get; }

    /// <summary>It can carry another message of the ordinary kind.</summary>
    public bool IsOpen => _client.IsConnected && !IsInternational;

    /// <summary>The server takes addresses with letters outside ASCII before the @.</summary>
    public bool TakesSmtpUtf8 => _client.Capabilities.HasFlag(SmtpCapabilities.UTF8) && _client.Capabilities.HasFlag(SmtpCapabilities.EightBitMime);

    /// <summary>Where the present message was refused, and how.</summary>
    public (SmtpStage Stage, SmtpReply Reply)? Refusal => _watch.ReplyToMessage is { } reply ? (SmtpStage.Content, reply) : _client.Refusal;

    /// <summary>The server has asked for the present message, and may have it.</summary>
    public bool HasMessageBegun => _watch.HasMessageBegun;

    /// <summary>The server has said that it has the present message.</summary>
    public bool HasTakenMessage => _watch.ReplyToMessage is { Code: >= 200 and < 300 };

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _client.ConnectAsync(_options.Host, _options.Port, SocketOptions(_options.Security), cancellationToken).ConfigureAwait(false);
        if (_options is { UserName: { Length: > 0 } user, Password: { Length: > 0 } password })
        {
            await _client.AuthenticateAsync(user, password, cancellationToken).ConfigureAwait(false);
        }

        // By chunks a message would begin without a word of the server's.
        _client.Capabilities &= ~(SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime | (IsInternational ? SmtpCapabilities.None : SmtpCapabilities.UTF8));
        _usedAt = _clock.Timestamp;
    }

    /// <summary>The connection still stands.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        IsReused = true;
        if (_clock.Elapsed(_usedAt) < _freshFor)
        {
            return IsOpen;
        }

        try
        {
            await _client.NoOpAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is IOException or ServiceNotConnectedException or ProtocolException or CommandException)
        {
            return false;
        }
    }

    /// <summary>Sends a message; what it throws says less than <see cref="Refusal"/> and <see cref="HasMessageBegun"/>.</summary>
    public async Task SendAsync(MimeMessage message, MailboxAddress sender, MailboxAddress recipient, CancellationToken cancellationToken)
    {
        _client.BeginMessage();
        var format = FormatOptions.Default.Clone();
        format.International = IsInternational;
        await _client.SendAsync(format, message, sender, [recipient], cancellationToken).ConfigureAwait(false);
        _usedAt = _clock.Timestamp;
    }

    /// <summary>Says goodbye, for as long as that takes the server, but not for ever.</summary>
    public async Task CloseAsync()
    {
        using var patience = _clock.CreateTimeout(_patienceAtTheEnd);
        await _client.DisconnectAsync(quit: true, patience.Token).ConfigureAwait(false);
        Dispose();
    }

    public void Dispose()
    {
        _client.Dispose();
        _watch.Dispose();
    }

    private static SecureSocketOptions SocketOptions(EmailSecurity security) => security switch
    {
        EmailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        EmailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
