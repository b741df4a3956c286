namespace TelegramMarketing.Email;

/// <summary>
/// What a server's refusal means for the invitation (RFC 5321, RFC 3463): the mailbox (a bounce), us (all others wait too), or a passing state. A refusal is always proof that the message was not taken.
/// </summary>
internal static class SmtpVerdict
{
    /// <summary>Greylisting lets pass after 5 to 15 minutes.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(15);

    /// <summary>A full mailbox is emptied, or not, in days.</summary>
    public static readonly TimeSpan RetryFullMailboxAfter = TimeSpan.FromDays(1);

    private const int ServiceNotAvailable = 421;

    public static InvitationReceipt Of(SmtpStage stage, SmtpReply reply) => stage switch
    {
        SmtpStage.Connection or SmtpStage.Sender => Ours(stage, reply),
        _ when reply.Code == ServiceNotAvailable => Ours(stage, reply),
        _ when IsFullMailbox(stage, reply) => InvitationReceipt.NotSent(Say(stage, reply, "the mailbox is full"), RetryFullMailboxAfter),
        _ when reply.IsPassing => OfPassing(stage, reply),
        _ when IsOfMailbox(stage, reply) => InvitationReceipt.Bounced(Say(stage, reply, "the mailbox takes no mail")),
        _ => Ours(stage, reply),
    };

    private static InvitationReceipt OfPassing(SmtpStage stage, SmtpReply reply) =>
        reply.Code is 454 or 432
            ? Ours(stage, reply)
            : InvitationReceipt.NotSent(Say(stage, reply, "the server asks to try again later"), RetryAfter);

    private static InvitationReceipt Ours(SmtpStage stage, SmtpReply reply) =>
        InvitationReceipt.NotSent(Say(stage, reply, "the server takes nothing from this sender"), reply.IsPassing ? RetryAfter : null, isTransportsFault: true);

    // A size limit (5.3.4, 5.2.3) has the same code 552, and is about the message.
    private static bool IsFullMailbox(SmtpStage stage, SmtpReply reply) => reply switch
    {
        { Subject: 2, Detail: 2 } => true,
        { Code: 552, Subject: null } => stage == SmtpStage.Recipient,
        _ => false,
    };

    private static bool IsOfMailbox(SmtpStage stage, SmtpReply reply) => (reply.Subject, reply.Detail) switch
    {
        (1, 7 or 8) => false, // the sender's address
        (1, _) => true, // the address, its domain, or a domain without mail
        (2, 3) => false, // the message is too long
        (2, _) => true, // disabled, or not accepting
        (4, 1 or 4) => true, // Exchange for an unknown recipient; a domain without servers
        (6, 7) => true, // letters outside ASCII that the server does not take
        (not null, _) => false, // policy, login, protocol, content, the server itself
        _ => stage == SmtpStage.Recipient && reply.Code is (501 or 550 or 551 or 553 or 556),
    };

    private static string Say(SmtpStage stage, SmtpReply reply, string meaning) => $"{reply} at {Name(stage)}: {meaning}";

    private static string Name(SmtpStage stage) => stage switch
    {
        SmtpStage.Connection => "connecting",
        SmtpStage.Sender => "MAIL FROM",
        SmtpStage.Recipient => "RCPT TO",
        SmtpStage.Data => "DATA",
        _ => "the end of the message",
    };
}
