using System.Globalization;
using System.Text;
using MailKit;

namespace TelegramMarketing.Email;

/// <summary>
/// Watches a connection at the wire, since what the client throws does not tell whether the message had left: after a refusal the client resets the session, and when that fails too, the refusal is lost to its
/// caller. Keeps numbers only, no words.
/// </summary>
internal sealed class SmtpWatch : IProtocolLogger
{
    private const int StartMailInput = 354;

    // Longer lines than the 512 that a reply may have; what exceeds it says nothing about codes.
    private const int MaxLine = 1000;

    private readonly StringBuilder _line = new();

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>The server has asked for the message: whatever happens from here on without a reply, it may have arrived.</summary>
    public bool HasMessageBegun { get; private set; }

    /// <summary>The server's reply to the whole message.</summary>
    public SmtpReply? ReplyToMessage { get; private set; }

    /// <summary>Forgets the message before.</summary>
    public void BeginMessage()
    {
        HasMessageBegun = false;
        ReplyToMessage = null;
    }

    public void LogConnect(Uri uri) => _line.Clear();

    public void LogClient(byte[] buffer, int offset, int count)
    {
        // What the client says is not watched: an outage of the network looks the same from this side.
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        foreach (var octet in buffer.AsSpan(offset, count))
        {
            if (octet == '\n')
            {
                See(_line.ToString());
                _line.Clear();
            }
            else if (_line.Length < MaxLine)
            {
                _line.Append((char)octet);
            }
        }
    }

    public void Dispose() => _line.Clear();

    // "250-" goes on; "250 " is a reply's last line.
    private void See(string line)
    {
        if (line.Length < 3 || (line.Length > 3 && line[3] == '-') || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return;
        }

        if (HasMessageBegun)
        {
            ReplyToMessage ??= SmtpReply.Parse(code, line[3..]);
        }
        else
        {
            HasMessageBegun = code == StartMailInput;
        }
    }
}
