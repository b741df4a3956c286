namespace TelegramMarketing.Email.Tests;

/// <summary>What a real client says to a server, and what is made of its answers.</summary>
public sealed class EmailTransportTests
{
    [Fact]
    public async Task SendAsync_Accepted_IsDeliveredWithItsMessageId()
    {
        await using var server = new ScriptedSmtpServer();
        await using var transport = Mail.Transport(Mail.Options(server));

        var receipt = await transport.SendAsync(Mail.Message());

        receipt.Outcome.Should().Be(InvitationOutcome.Delivered);
        receipt.Reference.Should().Be("<0192f1aa5b6c7d8e9f00112233445566@aurora.example>");
        server.Commands.Should().Contain(command => command.StartsWith("MAIL FROM:<news@aurora.example>", StringComparison.Ordinal)).And.Contain(command => command.StartsWith($"RCPT TO:<{Mail.Customer}>", StringComparison.Ordinal));
        server.Messages.Single().Should().Contain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\n").And.Contain("Date: Mon, 09 Mar 2026 08:30:00 +0000\n");
    }

    [Theory]
    [InlineData("550 5.1.1 <giulia.rossi@shop.example> unknown", InvitationOutcome.Bounced, false)]
    [InlineData("450 4.7.1 Greylisted", InvitationOutcome.NotSent, false)]
    [InlineData("550 5.7.1 Blocked", InvitationOutcome.NotSent, true)]
    [InlineData("530 5.7.0 Log in first", InvitationOutcome.NotSent, true)]
    [InlineData("550 5.1.1 Unknown (hang up)", InvitationOutcome.Bounced, false)]
    [InlineData("421 4.3.2 Closing (hang up)", InvitationOutcome.NotSent, true)]
    [InlineData("(hang up)", InvitationOutcome.NotSent, true)]
    public async Task SendAsync_RecipientRefused_IsWhatTheCodeMeans(string answer, InvitationOutcome outcome, bool isOurs)
    {
        await using var server = new ScriptedSmtpServer().On("RCPT", answer);
        await using var transport = Mail.Transport(Mail.Options(server));

        var receipt = await transport.SendAsync(Mail.Message());

        (receipt.Outcome, receipt.IsTransportsFault).Should().Be((outcome, isOurs), receipt.Reason);
        receipt.Reason.Should().NotBeNullOrEmpty().And.NotContain("giulia");
        server.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("550 5.1.1 Unknown")]
    [InlineData("550 5.1.1 Unknown (hang up)")]
    public async Task SendAsync_RecipientRefusedInAPipeline_IsABounceToo(string answer)
    {
        await using var server = new ScriptedSmtpServer().On("RCPT", answer);
        server.Extensions.Add("PIPELINING");
        await using var transport = Mail.Transport(Mail.Options(server));

        (await transport.SendAsync(Mail.Message())).Outcome.Should().Be(InvitationOutcome.Bounced);
    }

    [Theory]
    [InlineData("MAIL", "550 5.1.8 Who are you?", false)]
    [InlineData("MAIL", "451 4.3.0 Later", false)]
    [InlineData("MAIL", "530 5.7.0 Log in first", false)]
    [InlineData("MAIL", "550 5.7.1 No (hang up)", true)]
    [InlineData("DATA", "554 5.7.1 No", false)]
    [InlineData("DATA", "421 4.3.2 Closing (hang up)", false)]
    [InlineData("DATA", "(hang up)", false)]
    [InlineData("(greeting)", "554 5.7.1 Your address is listed", false)]
    [InlineData("(greeting)", "421 4.7.0 Too many connections (hang up)", false)]
    [InlineData("(greeting)", "(hang up)", false)]
    [InlineData("EHLO", "(hang up)", false)]
    public async Task SendAsync_RefusedBeforeTheMessage_IsNotSentAndHoldsUpTheOthers(string command, string answer, bool pipelined)
    {
        await using var server = new ScriptedSmtpServer().On(command, answer);
        server.Extensions.AddRange(pipelined ? ["PIPELINING"] : []);
        await using var transport = Mail.Transport(Mail.Options(server));

        var receipt = await transport.SendAsync(Mail.Message());

        (receipt.Outcome, receipt.IsTransportsFault).Should().Be((InvitationOutcome.NotSent, true), receipt.Reason);
        server.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("550 5.7.1 Spam", InvitationOutcome.NotSent, true)]
    [InlineData("550 5.7.1 Spam (hang up)", InvitationOutcome.NotSent, true)]
    [InlineData("451 4.3.0 Later", InvitationOutcome.NotSent, false)]
    [InlineData("451-4.3.0 Later,\r\n451 4.3.0 I said (hang up)", InvitationOutcome.NotSent, false)]
    [InlineData("250 2.0.0 Queued (hang up)", InvitationOutcome.Delivered, false)]
    [InlineData("(hang up)", InvitationOutcome.Unknown, false)]
    [InlineData("25", InvitationOutcome.Unknown, false)]
    [InlineData("354 What?", InvitationOutcome.Unknown, false)]
    [InlineData("250-2.0.0 Que (hang up)", InvitationOutcome.Unknown, false)]
    public async Task SendAsync_AnswerToTheMessage_DecidesAndItsAbsenceIsUnknown(string answer, InvitationOutcome outcome, bool isOurs)
    {
        await using var server = new ScriptedSmtpServer().On("(message)", answer).OnceOn("RSET", ScriptedSmtpServer.HangUp);
        await using var transport = Mail.Transport(Mail.Options(server));

        var receipt = await transport.SendAsync(Mail.Message());

        (receipt.Outcome, receipt.IsTransportsFault).Should().Be((outcome, isOurs), receipt.Reason);
        server.Messages.Should().ContainSingle("a message is given once, whatever comes of it");
    }

    [Fact]
    public async Task SendAsync_ConnectionLostInTheMessage_IsUnknown()
    {
        await using var server = new ScriptedSmtpServer().On("(content)", ScriptedSmtpServer.HangUp);
        await using var transport = Mail.Transport(Mail.Options(server));

        var receipt = await transport.SendAsync(Mail.Message());

        receipt.Outcome.Should().Be(InvitationOutcome.Unknown);
        server.Connections.Should().Be(1, "it is not sent again");
    }

    [Theory]
    [InlineData("(greeting)", InvitationOutcome.NotSent)]
    [InlineData("EHLO", InvitationOutcome.NotSent)]
    [InlineData("MAIL", InvitationOutcome.NotSent)]
    [InlineData("RCPT", InvitationOutcome.NotSent)]
    [InlineData("DATA", InvitationOutcome.NotSent)]
    [InlineData("(message)", InvitationOutcome.Unknown)]
    public async Task SendAsync_NoAnswerInTime_IsNotSentBeforeTheMessageAndUnknownAfter(string command, InvitationOutcome outcome)
    {
        await using var server = new ScriptedSmtpServer().On(command, ScriptedSmtpServer.Silence);
        var clock = Mail.Clock();
        await using var transport = Mail.Transport(Mail.Options(server), clock);

        var sending = transport.SendAsync(Mail.Message());
        await server.ReachedAsync(command);
        sending.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromMinutes(10));
        var receipt = await sending;

        receipt.Outcome.Should().Be(outcome, receipt.Reason);
        receipt.Reason.Should().Contain("in time");
    }

    [Fact]
    public async Task SendAsync_NobodyListens_IsNotSentAndHoldsUpTheOthers()
    {
        var server = new ScriptedSmtpServer();
        var options = Mail.Options(server);
        await server.DisposeAsync();
        await using var transport = Mail.Transport(options);

        var receipt = await transport.SendAsync(Mail.Message());

        (receipt.Outcome, receipt.IsTransportsFault, receipt.Reason).Should().Be((InvitationOutcome.NotSent, true, "the mail server refused the connection"));
    }

    [Fact]
    public async Task SendAsync_NameThatDoesNotExist_IsNotSentAndHoldsUpTheOthers()
    {
        await using var server = new ScriptedSmtpServer();
        await using var transport = Mail.Transport(Mail.Options(server, options => options.Host = "mail.invalid"));

        var receipt = await transport.SendAsync(Mail.Message());

        (receipt.Outcome, receipt.IsTransportsFault).Should().Be((InvitationOutcome.NotSent, true), receipt.Reason);
    }

    [Fact]
    public async Task SendAsync_MalformedAddress_BouncesWithoutAskingAnybody()
    {
        await using var server = new ScriptedSmtpServer();
        await using var transport = Mail.Transport(Mail.Options(server));

        var receipt = await transport.SendAsync(Mail.Message("giulia@shop"));

        (receipt.Outcome, receipt.Reason).Should().Be((InvitationOutcome.Bounced, "the e-mail address is malformed"));
        server.Connections.Should().Be(0);
    }

    [Theory]
    [InlineData(true, InvitationOutcome.Delivered)]
    [InlineData(false, InvitationOutcome.Bounced)]
    public async Task SendAsync_LettersBeforeTheAt_NeedAServerThatTakesThem(bool offered, InvitationOutcome outcome)
    {
        await using var server = new ScriptedSmtpServer();
        server.Extensions.AddRange(offered ? ["SMTPUTF8"] : []);
        await using var transport = Mail.Transport(Mail.Options(server));

        var receipt = await transport.SendAsync(Mail.Message("用户@пекарня.example"));

        receipt.Outcome.Should().Be(outcome, receipt.Reason);
        server.Commands.Any(command => command.StartsWith("RCPT TO:<用户@", StringComparison.Ordinal)).Should().Be(offered);
        server.Commands.Any(command => command.Contains("SMTPUTF8", StringComparison.Ordinal)).Should().Be(offered);
    }

    [Fact]
    public async Task SendAsync_DomainOfTheWorld_GoesInAsciiEvenWhereLettersAreTaken()
    {
        await using var server = new ScriptedSmtpServer();
        server.Extensions.Add("SMTPUTF8");
        await using var transport = Mail.Transport(Mail.Options(server));

        await transport.SendAsync(Mail.Message("用户@пекарня.example"));
        await transport.SendAsync(Mail.Message("giulia@пекарня.example"));

        server.Commands.Should().Contain(command => command.StartsWith("RCPT TO:<giulia@xn--80ajpngj0i.example>", StringComparison.Ordinal));
        server.Commands.Count(command => command.Contains("SMTPUTF8", StringComparison.Ordinal)).Should().Be(1, "a server further on may not take it");
    }

    [Fact]
    public async Task SendAsync_ServerThatTakesChunks_IsGivenTheMessageByData()
    {
        await using var server = new ScriptedSmtpServer();
        server.Extensions.AddRange(["CHUNKING", "BINARYMIME"]);
        await using var transport = Mail.Transport(Mail.Options(server));

        (await transport.SendAsync(Mail.Message())).Outcome.Should().Be(InvitationOutcome.Delivered);
        server.Commands.Should().Contain("DATA").And.NotContain(command => command.StartsWith("BDAT", StringComparison.Ordinal));
    }

    [Fact]
    public void CanReach_IsWhetherAnAddressIsKnown()
    {
        using var transport = Mail.Transport(new EmailOptions { Host = "mail.example", From = "news@aurora.example", MessagesPerMinute = 90, Connections = 3 });

        transport.CanReach(Mail.Message().Recipient).Should().BeTrue();
        transport.CanReach(Mail.Message(address: null).Recipient).Should().BeFalse();
        (transport.Name, transport.Concurrency, transport.MessagesPerSecond).Should().Be(("email", 3, 1.5));
    }
}
