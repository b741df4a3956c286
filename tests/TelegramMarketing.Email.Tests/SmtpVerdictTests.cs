namespace TelegramMarketing.Email.Tests;

/// <summary>A bounce ends a customer's e-mail for good, and a fault of ours holds up everybody: neither may be taken for the other.</summary>
public sealed class SmtpVerdictTests
{
    [Theory]
    [InlineData(550, "5.1.1 No such user here")]
    [InlineData(550, "5.1.10 Null MX")]
    [InlineData(550, "5.4.1 Recipient address rejected: Access denied")]
    [InlineData(550, "5.4.4 Unable to route")]
    [InlineData(550, "5.2.1 Disabled")]
    [InlineData(553, "5.1.3 Bad address")]
    [InlineData(501, "5.1.3 Bad address")]
    [InlineData(551, "5.1.6 Moved")]
    [InlineData(556, "5.1.10 Takes no mail")]
    [InlineData(553, "5.6.7 Non-ASCII addresses not permitted")]
    [InlineData(550, "No such user here")]
    [InlineData(551, "User not local")]
    [InlineData(553, "Mailbox name not allowed")]
    [InlineData(501, "Syntax error")]
    [InlineData(556, "Domain does not accept mail")]
    public void Of_RecipientThatIsNone_IsABounce(int code, string words) => Verdict(SmtpStage.Recipient, code, words).Outcome.Should().Be(InvitationOutcome.Bounced);

    [Theory]
    [InlineData(550, "5.7.1 Relaying denied")]
    [InlineData(554, "5.7.1 Blocked by policy")]
    [InlineData(550, "5.1.7 Bad sender's mailbox address")]
    [InlineData(550, "5.1.8 Bad sender's system address")]
    [InlineData(550, "5.7.26 Unauthenticated mail")]
    [InlineData(554, "Transaction failed")]
    [InlineData(535, "5.7.8 Bad login")]
    [InlineData(503, "5.5.1 Bad sequence")]
    [InlineData(550, "5.3.0 Rejected")]
    [InlineData(421, "4.7.0 Try again later, closing connection")]
    [InlineData(454, "4.7.0 Temporary authentication failure")]
    public void Of_RefusalThatIsOurs_HoldsUpTheOthers(int code, string words)
    {
        var receipt = Verdict(SmtpStage.Recipient, code, words);

        receipt.Outcome.Should().Be(InvitationOutcome.NotSent);
        receipt.IsTransportsFault.Should().BeTrue();
    }

    [Theory]
    [InlineData(450, "4.2.1 Mailbox busy", 15)]
    [InlineData(450, "4.7.1 Greylisted", 15)]
    [InlineData(451, "Local error", 15)]
    [InlineData(452, "4.5.3 Too many recipients", 15)]
    [InlineData(452, "4.2.2 Mailbox full", 1440)]
    [InlineData(552, "5.2.2 Mailbox full", 1440)]
    [InlineData(550, "5.2.2 Over quota", 1440)]
    [InlineData(552, "Exceeded storage allocation", 1440)]
    public void Of_StateThatPasses_IsTriedAgainLater(int code, string words, int minutes)
    {
        var receipt = Verdict(SmtpStage.Recipient, code, words);

        receipt.Outcome.Should().Be(InvitationOutcome.NotSent);
        receipt.IsTransportsFault.Should().BeFalse("others are not concerned");
        receipt.RetryAfter.Should().Be(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(550, "5.7.1 Spam", InvitationOutcome.NotSent, true)]
    [InlineData(550, "Rejected", InvitationOutcome.NotSent, true)]
    [InlineData(554, "Rejected", InvitationOutcome.NotSent, true)]
    [InlineData(552, "5.3.4 Too large", InvitationOutcome.NotSent, true)]
    [InlineData(552, "Too much mail data", InvitationOutcome.NotSent, true)]
    [InlineData(550, "5.1.1 No such user", InvitationOutcome.Bounced, false)]
    [InlineData(552, "5.2.2 Full", InvitationOutcome.NotSent, false)]
    [InlineData(451, "4.3.0 Busy", InvitationOutcome.NotSent, false)]
    [InlineData(421, "4.3.2 Shutting down", InvitationOutcome.NotSent, true)]
    public void Of_RefusalOfTheWholeMessage_IsOfTheMessageUnlessItNamesTheMailbox(int code, string words, InvitationOutcome outcome, bool isOurs)
    {
        var receipt = Verdict(SmtpStage.Content, code, words);

        receipt.Outcome.Should().Be(outcome);
        receipt.IsTransportsFault.Should().Be(isOurs);
    }

    [Theory]
    [InlineData(550, "5.1.1 Who?")]
    [InlineData(451, "4.7.1 Later")]
    [InlineData(553, "5.7.1 Not your address")]
    public void Of_RefusalOfTheSender_IsOurs(int code, string words) => Verdict(SmtpStage.Sender, code, words).IsTransportsFault.Should().BeTrue();

    [Fact]
    public void Of_Reason_HoldsNumbersAndNoWordsOfTheServer() =>
        Verdict(SmtpStage.Recipient, 550, "5.1.1 <giulia@shop.example> unknown").Reason.Should().Be("550 5.1.1 at RCPT TO: the mailbox takes no mail");

    private static InvitationReceipt Verdict(SmtpStage stage, int code, string words) => SmtpVerdict.Of(stage, SmtpReply.Parse(code, words));
}
