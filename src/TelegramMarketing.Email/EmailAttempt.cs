using MailKit.Net.Smtp;
using MimeKit;

namespace TelegramMarketing.Email;

/// <summary>One message over one connection, and what became of it.</summary>
internal sealed class EmailAttempt(SmtpConnectionPool pool, MimeMessage message, MailboxAddress recipient, bool needsSmtpUtf8, CancellationToken connecting, CancellationToken timeout)
{
    private const int ServiceNotAvailable = 421;

    /// <summary>Makes the attempt.</summary>
    /// <param name="fresh">Only over a new connection.</param>
    /// <param name="cancellationToken">The caller's: cancels the connecting; a send that has begun is finished.</param>
    /// <returns><see langword="null"/> when an old connection turned out to be closed before anything was said about the message: take a new one.</returns>
    public async Task<InvitationReceipt?> MakeAsync(bool fresh, CancellationToken cancellationToken)
    {
        SmtpConnection connection;
        try
        {
            using var begin = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, connecting);
            connection = await pool.TakeAsync(fresh, needsSmtpUtf8, begin.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever it is, nothing was sent.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ConnectionTrouble.Of(exception);
        }

        try
        {
            return needsSmtpUtf8 && !connection.TakesSmtpUtf8
                ? InvitationReceipt.Bounced("the address has letters outside ASCII, which the mail server does not take (SMTPUTF8)")
                : await SendAsync(connection).ConfigureAwait(false);
        }
        finally
        {
            pool.Return(connection);
        }
    }

    private async Task<InvitationReceipt?> SendAsync(SmtpConnection connection)
    {
        try
        {
            var sender = (MailboxAddress)message.From[0];
            await connection.SendAsync(message, new MailboxAddress("", sender.Address), recipient, timeout).ConfigureAwait(false);
            return Delivered();
        }
#pragma warning disable CA1031 // Every exception becomes an outcome; what it proves stands in the connection.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return OutcomeOf(exception, connection);
        }
    }

    private InvitationReceipt? OutcomeOf(Exception exception, SmtpConnection connection)
    {
        if (connection.HasTakenMessage)
        {
            return Delivered();
        }

        if (connection.Refusal is { } refusal)
        {
            return IsLeavetaking(refusal, connection) ? null
                : refusal.Reply.Code >= 400 ? SmtpVerdict.Of(refusal.Stage, refusal.Reply)
                : InvitationReceipt.Unknown($"{refusal.Reply} is no answer to a message");
        }

        if (connection.HasMessageBegun)
        {
            return InvitationReceipt.Unknown($"{ConnectionTrouble.Describe(exception)}, after the message had begun");
        }

        return exception is SmtpCommandException command
            ? SmtpVerdict.Of(SmtpStage.Data, SmtpReply.Parse((int)command.StatusCode, command.Message))
            : connection.IsReused && exception is not OperationCanceledException ? null
            : ConnectionTrouble.Of(exception);
    }

    // Servers take only so many messages over a connection.
    private static bool IsLeavetaking((SmtpStage Stage, SmtpReply Reply) refusal, SmtpConnection connection) =>
        refusal is { Stage: SmtpStage.Sender, Reply.Code: ServiceNotAvailable } && connection.IsReused;

    private InvitationReceipt Delivered() => InvitationReceipt.Delivered($"<{message.MessageId}>");
}
