using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace TelegramMarketing.Email;

/// <summary>Says why no connection came about, or broke, without the words of the server or the exception, which can hold names and addresses.</summary>
internal static class ConnectionTrouble
{
    public static InvitationReceipt Of(Exception exception) => exception switch
    {
        SmtpCommandException refusal => SmtpVerdict.Of(SmtpStage.Connection, SmtpReply.Parse((int)refusal.StatusCode, refusal.Message)),
        _ => InvitationReceipt.NotSent(Describe(exception), isTransportsFault: true),
    };

    public static string Describe(Exception exception) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "the name of the mail server was not resolved",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "the mail server refused the connection",
        SocketException socket => $"the mail server was not reached ({socket.SocketErrorCode})",
        SslHandshakeException => "TLS failed: the server's certificate is not trusted here, its revocation could not be checked, or the port does not speak TLS that way",
        NotSupportedException => "the mail server offers no STARTTLS, or no login",
        AuthenticationException or SaslException or ServiceNotAuthenticatedException => "the mail server refused the login, or asks for one",
        OperationCanceledException or TimeoutException => "the mail server did not answer in time",
        IOException or ProtocolException or ServiceNotConnectedException => "the connection to the mail server broke",
        _ => $"an unexpected {exception.GetType().Name}",
    };
}
